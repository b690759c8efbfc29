namespace EmrSec.Benchmarks.Synthetic;

/// <summary>A system as objects: what was not declared is null.</summary>
internal sealed class SystemObject
{
    /// <summary>Declared <c>none</c>.</summary>
    public const long NoNumber = long.MaxValue;

    public static readonly DateOnly NoDay = DateOnly.MaxValue;

    public List<SystemObject> Components { get; } = [];

    public bool? B00 { get; set; }

    public bool? B01 { get; set; }

    public bool? B02 { get; set; }

    public bool? B03 { get; set; }

    public bool? B04 { get; set; }

    public bool? B05 { get; set; }

    public bool? B06 { get; set; }

    public bool? B07 { get; set; }

    public bool? B08 { get; set; }

    public bool? B09 { get; set; }

    public bool? B10 { get; set; }

    public bool? B11 { get; set; }

    public bool? B12 { get; set; }

    public bool? B13 { get; set; }

    public bool? B14 { get; set; }

    public bool? B15 { get; set; }

    public bool? B16 { get; set; }

    public bool? B17 { get; set; }

    public bool? B18 { get; set; }

    public bool? B19 { get; set; }

    public bool? B20 { get; set; }

    public bool? B21 { get; set; }

    public bool? B22 { get; set; }

    public bool? B23 { get; set; }

    public bool? B24 { get; set; }

    public bool? B25 { get; set; }

    public bool? B26 { get; set; }

    public bool? B27 { get; set; }

    public string? E00 { get; set; }

    public string? E01 { get; set; }

    public string? E02 { get; set; }

    public string? E03 { get; set; }

    public string? E04 { get; set; }

    public string? E05 { get; set; }

    public string? E06 { get; set; }

    public string? E07 { get; set; }

    public string? E08 { get; set; }

    public string? E09 { get; set; }

    public string? E10 { get; set; }

    public string? E11 { get; set; }

    public string? E12 { get; set; }

    public string? E13 { get; set; }

    public string? E14 { get; set; }

    public string? E15 { get; set; }

    public string? E16 { get; set; }

    public string? E17 { get; set; }

    public List<string>? S00 { get; set; }

    public List<string>? S01 { get; set; }

    public List<string>? S02 { get; set; }

    public List<string>? S03 { get; set; }

    public List<string>? S04 { get; set; }

    public List<string>? S05 { get; set; }

    public List<string>? S06 { get; set; }

    public List<string>? S07 { get; set; }

    public long? I00 { get; set; }

    public long? I01 { get; set; }

    public long? I02 { get; set; }

    public long? I03 { get; set; }

    public long? I04 { get; set; }

    public long? I05 { get; set; }

    public long? I06 { get; set; }

    public long? I07 { get; set; }

    public long? I08 { get; set; }

    public long? I09 { get; set; }

    public long? I10 { get; set; }

    public long? I11 { get; set; }

    public long? I12 { get; set; }

    public long? I13 { get; set; }

    public long? I14 { get; set; }

    public long? I15 { get; set; }
}

/// <summary>A facility and its milestones as objects.</summary>
internal sealed class FacilityObject
{
    public bool? B00 { get; set; }

    public bool? B01 { get; set; }

    public bool? B02 { get; set; }

    public bool? B03 { get; set; }

    public bool? B04 { get; set; }

    public bool? B05 { get; set; }

    public bool? B06 { get; set; }

    public bool? B07 { get; set; }

    public bool? B08 { get; set; }

    public bool? B09 { get; set; }

    public bool? B10 { get; set; }

    public bool? B11 { get; set; }

    public bool? B12 { get; set; }

    public bool? B13 { get; set; }

    public bool? B14 { get; set; }

    public bool? B15 { get; set; }

    public bool? B16 { get; set; }

    public bool? B17 { get; set; }

    public bool? B18 { get; set; }

    public bool? B19 { get; set; }

    public string? E00 { get; set; }

    public string? E01 { get; set; }

    public string? E02 { get; set; }

    public string? E03 { get; set; }

    public string? E04 { get; set; }

    public string? E05 { get; set; }

    public string? E06 { get; set; }

    public string? E07 { get; set; }

    public string? E08 { get; set; }

    public string? E09 { get; set; }

    public string? E10 { get; set; }

    public string? E11 { get; set; }

    public string? E12 { get; set; }

    public string? E13 { get; set; }

    public string? E14 { get; set; }

    public string? E15 { get; set; }

    public List<string>? S00 { get; set; }

    public List<string>? S01 { get; set; }

    public List<string>? S02 { get; set; }

    public List<string>? S03 { get; set; }

    public List<string>? S04 { get; set; }

    public List<string>? S05 { get; set; }

    public List<string>? S06 { get; set; }

    public List<string>? S07 { get; set; }

    public long? I00 { get; set; }

    public long? I01 { get; set; }

    public long? I02 { get; set; }

    public long? I03 { get; set; }

    public long? I04 { get; set; }

    public long? I05 { get; set; }

    public long? I06 { get; set; }

    public long? I07 { get; set; }

    public long? I08 { get; set; }

    public long? I09 { get; set; }

    public long? I10 { get; set; }

    public long? I11 { get; set; }

    public long? I12 { get; set; }

    public long? I13 { get; set; }

    public long? I14 { get; set; }

    public long? I15 { get; set; }

    public DateOnly? D00 { get; set; }

    public DateOnly? D01 { get; set; }

    public DateOnly? D02 { get; set; }

    public DateOnly? D03 { get; set; }

    public DateOnly? D04 { get; set; }

    public DateOnly? D05 { get; set; }

    public DateOnly? D06 { get; set; }

    public DateOnly? D07 { get; set; }

    public DateOnly? D08 { get; set; }

    public DateOnly? D09 { get; set; }

    public DateOnly? D10 { get; set; }

    public DateOnly? D11 { get; set; }

    public DateOnly? D12 { get; set; }

    public DateOnly? D13 { get; set; }

    public DateOnly? D14 { get; set; }

    public DateOnly? D15 { get; set; }

    public DateOnly? D16 { get; set; }

    public DateOnly? D17 { get; set; }

    public DateOnly? D18 { get; set; }

    public DateOnly? D19 { get; set; }
}
