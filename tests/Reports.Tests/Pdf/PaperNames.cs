using EmrSec.Reports.Documents;
using EmrSec.Reports.Tests.Papers;

namespace EmrSec.Reports.Tests.Pdf;

/// <summary>The sample papers by name, for theories.</summary>
internal sealed class PaperNames : TheoryData<string>
{
    public PaperNames()
    {
        foreach (var name in SamplePapers.All.Keys)
        {
            Add(name);
        }

        Add("draft");
    }

    public static Document Paper(string name) => name == "draft" ? SamplePapers.Letter(isDraft: true) : SamplePapers.All[name];
}
