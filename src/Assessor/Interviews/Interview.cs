using EmrSec.Dossiers;
using EmrSec.Dossiers.Editing;
using EmrSec.Dossiers.Files;
using EmrSec.Dossiers.Intake;
using EmrSec.Rules.Assessments;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Packs;

namespace EmrSec.Assessor.Interviews;

/// <summary>
/// An interview about a dossier: always the question that settles most of what is still open. Every answer is in the file before the
/// next question is put, so that nothing is lost when the interview is broken off.
/// </summary>
internal sealed class Interview
{
    private readonly RulePackSet _packs;
    private readonly AssessmentOptions _options;
    private readonly HashSet<string> _skipped = new(StringComparer.Ordinal);
    private readonly Stack<Step> _steps = new();
    private AtomicTextFile _file;

    private Interview(RulePackSet packs, AssessmentOptions options, AtomicTextFile file, Dossier dossier, bool askDeadlines)
    {
        AsksDeadlines = askDeadlines;
        _packs = packs;
        _options = options;
        _file = file;
        Dossier = dossier;
        Assessment = FacilityAssessor.Assess(packs, dossier.ToProfile(), options);
    }

    public Dossier Dossier { get; private set; }

    public Assessment Assessment { get; private set; }

    /// <summary>The questions answered and passed over so far.</summary>
    public int Asked => _steps.Count;

    /// <summary>Whether it also asks what only deadlines depend on.</summary>
    public bool AsksDeadlines { get; }

    /// <summary>The questions that can still change a level or a deadline and were not passed over.</summary>
    public IEnumerable<OpenQuestion> Open =>
        Assessment.Questions.Where(question => (AsksDeadlines || question.ForLevel) && !_skipped.Contains(Key(question)));

    /// <summary>The question to put; null when there is none.</summary>
    public OpenQuestion? Current => Open.FirstOrDefault();

    /// <summary>Begins with a file; null with findings where it cannot be read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="packs">The law.</param>
    /// <param name="options">How to assess.</param>
    /// <param name="askDeadlines">Whether to ask about deadlines; null = where the file says anything about the facility.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public static Interview? Begin(string path, RulePackSet packs, AssessmentOptions options, bool? askDeadlines, DiagnosticBag diagnostics)
    {
        if (AtomicTextFile.Read(path, diagnostics) is not { } file)
        {
            return null;
        }

        var read = new DossierReader(packs.Facts).ReadText(file.Text, path);
        foreach (var item in read.Diagnostics.Items)
        {
            diagnostics.Add(item);
        }

        return read.Dossier is { } dossier ? new Interview(packs, options, file, dossier, askDeadlines ?? SaysSomethingOfFacility(dossier)) : null;
    }

    // A file about systems alone is asked about its systems alone.
    private static bool SaysSomethingOfFacility(Dossier dossier) =>
        dossier.Facility.Declared.Concat(dossier.Milestones.Declared).Any(pair => pair.Key.Type != FactType.Text);

    /// <summary>Writes an answer into the file.</summary>
    /// <returns>Whether it was written; if not, the file is as it was and the findings say why.</returns>
    public bool Answer(OpenQuestion question, FactValue value, DiagnosticBag diagnostics)
    {
        var editor = new DossierEditor(_packs.Facts, _file.Path);
        var edit = editor.Set(_file.Text, new FactAddress(question.Fact, question.System?.Id), value);
        if (!edit.IsDone)
        {
            foreach (var item in edit.Diagnostics.Items)
            {
                diagnostics.Add(item);
            }

            return false;
        }

        var former = _file.Text;
        if (!Store(edit.Text, diagnostics))
        {
            return false;
        }

        _steps.Push(new Step(Key(question), former));
        return true;
    }

    /// <summary>Passes over a question: nobody here knows.</summary>
    public void Skip(OpenQuestion question)
    {
        _skipped.Add(Key(question));
        _steps.Push(new Step(Key(question), null));
    }

    /// <summary>Takes the last answer, or the last passing over, back.</summary>
    /// <returns>False where there is nothing to take back, or where the file could not be restored.</returns>
    public bool Back(DiagnosticBag diagnostics)
    {
        if (!_steps.TryPeek(out var last))
        {
            return false;
        }

        if (last.Former is { } former && !Store(former, diagnostics))
        {
            return false;
        }

        _skipped.Remove(last.Question);
        _steps.Pop();
        return true;
    }

    private bool Store(string text, DiagnosticBag diagnostics)
    {
        var read = new DossierReader(_packs.Facts).ReadText(text, _file.Path);
        if (read.Dossier is not { } dossier)
        {
            foreach (var item in read.Diagnostics.Items)
            {
                diagnostics.Add(item);
            }

            return false;
        }

        if (_file.Write(text, diagnostics) is not { } written)
        {
            return false;
        }

        _file = written;
        Dossier = dossier;
        Assessment = FacilityAssessor.Assess(_packs, dossier.ToProfile(), _options);
        return true;
    }

    private static string Key(OpenQuestion question) => $"{question.System?.Id}/{question.Fact.Id}";

    /// <summary>One step: which question, and the file's text before it was answered (null = passed over).</summary>
    private sealed record Step(string Question, string? Former);
}
