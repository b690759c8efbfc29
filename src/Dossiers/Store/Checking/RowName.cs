using EmrSec.Dossiers.Store.Sql;

namespace EmrSec.Dossiers.Store.Checking;

/// <summary>What a row is called when one speaks with people about it.</summary>
internal static class RowName
{
    /// <summary>Its name.</summary>
    /// <param name="table">Its table.</param>
    /// <param name="row">Its values, at least those of its key.</param>
    public static string Of(Table table, object?[] row)
    {
        string At(int column) => Convert.ToString(row[column], CultureInfo.InvariantCulture) ?? "";
        var id = row.Length > 1 ? $"{At(0)}.{At(1)}" : At(0);
        return table.Name switch
        {
            "cases" => $"hồ sơ {id}",
            "revisions" => $"hồ sơ {id}, bản {At(2)}",
            "case_facts" => $"hồ sơ {id}, dữ kiện rút gọn",
            "steps" => $"hồ sơ {id}, bước {At(2)}",
            "papers" => $"hồ sơ {id}, văn bản số {At(2)}",
            "evidence" => $"hồ sơ {id}, minh chứng «{At(2)}» bản {At(3)}",
            "comments" => $"hồ sơ {id}, ý kiến {At(2)}",
            "assessments" => $"hồ sơ {id}, kết quả đánh giá {At(2)}",
            "users" => $"tài khoản «{At(0)}»",
            "runs" => $"lần đánh giá lại số {At(0)}",
            "digests" => $"thông báo của lần đánh giá lại số {At(0)} gửi {At(2)}",
            _ => $"{table.Name} {id}",
        };
    }
}
