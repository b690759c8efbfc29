namespace EmrSec.Reports.Templates.Filling;

/// <summary>Numbers and dates as Vietnamese papers write them.</summary>
internal static class VietnameseText
{
    private static readonly string[] Digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

    private static readonly NumberFormatInfo Format = new()
    {
        NumberGroupSeparator = ".",
        NumberDecimalSeparator = ",",
        NumberGroupSizes = [3],
        NegativeSign = "-",
    };

    /// <summary>«120.000», «1.234,5».</summary>
    /// <param name="number">The number.</param>
    public static string Number(decimal number) => number.ToString("#,##0.##########", Format);

    /// <summary>«05/11/2025».</summary>
    /// <param name="date">The date.</param>
    public static string Date(DateOnly date) => date.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    /// <summary>«ngày 05 tháng 11 năm 2025»: days below 10 and months 1, 2 with a leading 0 (30/2020/NĐ-CP, Phụ lục I, phần II, mục 4).</summary>
    /// <param name="date">The date.</param>
    public static string LongDate(DateOnly date)
    {
        var month = date.Month <= 2 ? "00" : "0";
        return string.Create(CultureInfo.InvariantCulture, $"ngày {date.Day:00} tháng {date.Month.ToString(month, CultureInfo.InvariantCulture)} năm {date.Year:0000}");
    }

    /// <summary>«ba», «mười lăm», «hai mươi mốt»; null outside 0–99, where figures are used.</summary>
    /// <param name="number">The number.</param>
    public static string? Words(decimal number)
    {
        if (number is < 0 or > 99 || number != decimal.Truncate(number))
        {
            return null;
        }

        var (tens, ones) = ((int)number / 10, (int)number % 10);
        var last = (tens, ones) switch
        {
            (_, 0) when tens > 0 => "",
            ( >= 2, 1) => " mốt",
            ( >= 1, 5) => " lăm",
            _ => " " + Digits[ones],
        };
        return tens switch
        {
            0 => Digits[ones],
            1 => "mười" + last,
            _ => Digits[tens] + " mươi" + last,
        };
    }

    /// <summary>«IV»; null outside 1–3999.</summary>
    /// <param name="number">The number.</param>
    public static string? Roman(decimal number)
    {
        if (number is < 1 or > 3999 || number != decimal.Truncate(number))
        {
            return null;
        }

        (int Value, string Text)[] parts =
        [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
            (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ];
        var (rest, text) = ((int)number, "");
        foreach (var (value, part) in parts)
        {
            for (; rest >= value; rest -= value)
            {
                text += part;
            }
        }

        return text;
    }
}
