namespace EmrSec.Benchmarks.Synthetic;

/// <summary>A system as an object of strings, as it was written; what was not declared is null.</summary>
internal sealed class SystemObject
{
    public List<SystemObject> Components { get; } = [];

    public string? B00 { get; set; }

    public string? B01 { get; set; }

    public string? B02 { get; set; }

    public string? B03 { get; set; }

    public string? B04 { get; set; }

    public string? B05 { get; set; }

    public string? B06 { get; set; }

    public string? B07 { get; set; }

    public string? B08 { get; set; }

    public string? B09 { get; set; }

    public string? B10 { get; set; }

    public string? B11 { get; set; }

    public string? B12 { get; set; }

    public string? B13 { get; set; }

    public string? B14 { get; set; }

    public string? B15 { get; set; }

    public string? B16 { get; set; }

    public string? B17 { get; set; }

    public string? B18 { get; set; }

    public string? B19 { get; set; }

    public string? B20 { get; set; }

    public string? B21 { get; set; }

    public string? B22 { get; set; }

    public string? B23 { get; set; }

    public string? B24 { get; set; }

    public string? B25 { get; set; }

    public string? B26 { get; set; }

    public string? B27 { get; set; }

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

    public string? I00 { get; set; }

    public string? I01 { get; set; }

    public string? I02 { get; set; }

    public string? I03 { get; set; }

    public string? I04 { get; set; }

    public string? I05 { get; set; }

    public string? I06 { get; set; }

    public string? I07 { get; set; }

    public string? I08 { get; set; }

    public string? I09 { get; set; }

    public string? I10 { get; set; }

    public string? I11 { get; set; }

    public string? I12 { get; set; }

    public string? I13 { get; set; }

    public string? I14 { get; set; }

    public string? I15 { get; set; }
}

/// <summary>A facility and its milestones as an object of strings.</summary>
internal sealed class FacilityObject
{
    public string? B00 { get; set; }

    public string? B01 { get; set; }

    public string? B02 { get; set; }

    public string? B03 { get; set; }

    public string? B04 { get; set; }

    public string? B05 { get; set; }

    public string? B06 { get; set; }

    public string? B07 { get; set; }

    public string? B08 { get; set; }

    public string? B09 { get; set; }

    public string? B10 { get; set; }

    public string? B11 { get; set; }

    public string? B12 { get; set; }

    public string? B13 { get; set; }

    public string? B14 { get; set; }

    public string? B15 { get; set; }

    public string? B16 { get; set; }

    public string? B17 { get; set; }

    public string? B18 { get; set; }

    public string? B19 { get; set; }

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

    public string? I00 { get; set; }

    public string? I01 { get; set; }

    public string? I02 { get; set; }

    public string? I03 { get; set; }

    public string? I04 { get; set; }

    public string? I05 { get; set; }

    public string? I06 { get; set; }

    public string? I07 { get; set; }

    public string? I08 { get; set; }

    public string? I09 { get; set; }

    public string? I10 { get; set; }

    public string? I11 { get; set; }

    public string? I12 { get; set; }

    public string? I13 { get; set; }

    public string? I14 { get; set; }

    public string? I15 { get; set; }

    public string? D00 { get; set; }

    public string? D01 { get; set; }

    public string? D02 { get; set; }

    public string? D03 { get; set; }

    public string? D04 { get; set; }

    public string? D05 { get; set; }

    public string? D06 { get; set; }

    public string? D07 { get; set; }

    public string? D08 { get; set; }

    public string? D09 { get; set; }

    public string? D10 { get; set; }

    public string? D11 { get; set; }

    public string? D12 { get; set; }

    public string? D13 { get; set; }

    public string? D14 { get; set; }

    public string? D15 { get; set; }

    public string? D16 { get; set; }

    public string? D17 { get; set; }

    public string? D18 { get; set; }

    public string? D19 { get; set; }
}
