using System.Globalization;
using System.Text;

namespace EmrSec.Reports.Tests.Outside;

/// <summary>What a page's content shows: each string with its font and the marked content it stands in.</summary>
internal sealed class ContentReader
{
    private readonly byte[] _data;
    private readonly List<object> _operands = [];
    private readonly Stack<int?> _marks = new();
    private int _at;
    private string _font = "";

    private ContentReader(byte[] data) => _data = data;

    /// <summary>Codes shown, with the font's name and the mark's number; null for an artifact.</summary>
    public List<(string Font, int Code, int? Mark)> Shown { get; } = [];

    /// <summary>The numbers of marked content, in order.</summary>
    public List<int> Marks { get; } = [];

    /// <summary>Operators that paint outside any marked content.</summary>
    public List<string> Unmarked { get; } = [];

    /// <summary>The deepest nesting of marked content.</summary>
    public int Depth { get; private set; }

    public static ContentReader Read(byte[] data)
    {
        var reader = new ContentReader(data);
        while (reader.Next() is { } token)
        {
            if (token is Operator op)
            {
                reader.Do(op.Name);
                reader._operands.Clear();
            }
            else
            {
                reader._operands.Add(token);
            }
        }

        reader._marks.ShouldBeEmpty("marked content is closed");
        return reader;
    }

    private void Do(string name)
    {
        switch (name)
        {
            case "BMC":
                Open(null);
                break;
            case "BDC":
                Open(((string)_operands[0]) == "/Artifact" ? null : int.Parse(((string)_operands[1]).Split("/MCID ")[1].TrimEnd('>'), CultureInfo.InvariantCulture));
                break;
            case "EMC":
                _marks.Pop();
                break;
            case "Tf":
                _font = (string)_operands[0];
                break;
            case "TJ":
                Show();
                break;
        }

        if (name is "TJ" or "f" or "S" or "Do" && _marks.Count == 0)
        {
            Unmarked.Add(name);
        }
    }

    private void Open(int? mark)
    {
        _marks.Push(mark);
        Depth = Math.Max(Depth, _marks.Count);
        if (mark is { } number)
        {
            Marks.Add(number);
        }
    }

    private void Show()
    {
        foreach (var text in _operands.OfType<byte[]>())
        {
            for (var i = 0; i + 1 < text.Length; i += 2)
            {
                Shown.Add((_font, (text[i] << 8) | text[i + 1], _marks.TryPeek(out var mark) ? mark : null));
            }
        }
    }

    private object? Next()
    {
        while (_at < _data.Length && (_data[_at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'[' or (byte)']'))
        {
            _at++;
        }

        if (_at >= _data.Length)
        {
            return null;
        }

        return _data[_at] switch
        {
            (byte)'(' => Literal(),
            (byte)'<' => Dictionary(),
            _ => Word(),
        };
    }

    private byte[] Literal()
    {
        var bytes = new List<byte>();
        for (_at++; _data[_at] != ')'; _at++)
        {
            if (_data[_at] == '\\')
            {
                _at++;
                bytes.Add(_data[_at] == 'r' ? (byte)'\r' : _data[_at]);
            }
            else
            {
                bytes.Add(_data[_at]);
            }
        }

        _at++;
        return [.. bytes];
    }

    private string Dictionary()
    {
        var start = _at;
        while (!(_data[_at] == '>' && _data[_at + 1] == '>'))
        {
            _at++;
        }

        _at += 2;
        return Encoding.ASCII.GetString(_data, start, _at - start);
    }

    private object Word()
    {
        var start = _at++;
        while (_at < _data.Length && !(_data[_at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'[' or (byte)']' or (byte)'(' or (byte)'<' or (byte)'/'))
        {
            _at++;
        }

        var word = Encoding.ASCII.GetString(_data, start, _at - start);
        return word[0] == '/' || char.IsAsciiDigit(word[0]) || word[0] is '-' or '.' ? word : new Operator(word);
    }

    private sealed record Operator(string Name);
}
