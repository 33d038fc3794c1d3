using System.Text;
using CsvHelper;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Transfer.Import.Tables;

/// <summary>A text file as a table: RFC 4180 with any of the usual delimiters and encodings.</summary>
internal sealed class CsvTable : ITable
{
    private const int Buffered = 64 * 1024;

    private readonly Stream file;
    private readonly IStringLocalizer t;

    /// <param name="file">Stays open.</param>
    /// <param name="shape">What the person said of it; the rest is guessed.</param>
    /// <param name="t">For the sentences.</param>
    public CsvTable(Stream file, CsvShape shape, IStringLocalizer t)
    {
        (this.file, this.t) = (file, t);
        Encoding = shape.Encoding ?? TextEncodings.Guess(file);
        Delimiter = shape.Delimiter ?? Delimiters.Guess(Start());
        var heading = All().FirstOrDefault();
        Trouble = heading?.Trouble;
        Heading = heading is null ? [] : [.. heading.Cells.Select(cell => cell.Trim())];
    }

    public TextEncoding Encoding { get; }
    public char Delimiter { get; }
    public string? Trouble { get; }
    public IReadOnlyList<string> Heading { get; }

    public IEnumerable<TableRow> Rows() => All().Skip(1).Where(row => !row.IsBlank);

    private StreamReader Open()
    {
        file.Position = 0;
        return new StreamReader(file, TextEncodings.Of(Encoding), detectEncodingFromByteOrderMarks: true, Buffered, leaveOpen: true);
    }

    private ReadOnlySpan<char> Start()
    {
        using var text = Open();
        var buffer = new char[8 * 1024];
        try
        {
            return buffer.AsSpan(0, text.ReadBlock(buffer));
        }
        catch (DecoderFallbackException)
        {
            return [];
        }
    }

    private IEnumerable<TableRow> All()
    {
        CsvMalformedReason? wrong = null;
        using var reader = CsvReader.Create(
            Open(),
            new CsvReaderOptions
            {
                Separator = Delimiter,
                HasHeader = false,
                SkipEmptyLines = false,
                OnMalformedRecord = record => wrong = record.Reason,
                MaxRecordSize = TableLimits.MostInRow,
                BufferSize = Buffered,
                IncludeValuesInExceptions = false,
            }
        );
        for (var number = 1; Next(reader, number) is { } read; number++)
        {
            var row = wrong is { } reason ? Judge(read, reason) : read;
            wrong = null;
            yield return row;
            if (row.IsEnd)
                yield break;
        }
    }

    /// <summary>Null at the end.</summary>
    private TableRow? Next(CsvReader reader, int number)
    {
        try
        {
            if (!reader.Read())
                return null;
        }
        catch (CsvFormatException)
        {
            return End(
                number,
                t["The row is longer than {0} characters. Is a quotation mark opened and never closed?", TableLimits.MostInRow]
            );
        }
        catch (DecoderFallbackException)
        {
            return End(number, t["From here on the text is not in the encoding of the file."]);
        }
        if (reader.FieldCount > TableLimits.MostColumns)
            return End(number, t["There are more than {0} columns.", TableLimits.MostColumns]);
        var cells = new string[reader.FieldCount];
        for (var at = 0; at < cells.Length; at++)
            cells[at] = reader.GetString(at);
        return cells.All(Kernel.Rules.IsStorable)
            ? new TableRow(number, cells)
            : new TableRow(number, []) { Trouble = t["This text has a character that cannot be kept."] };
    }

    private TableRow Judge(TableRow row, CsvMalformedReason reason) =>
        reason switch
        {
            CsvMalformedReason.UnterminatedQuote => End(row.Number, t["A quotation mark is opened here and never closed."]),
            CsvMalformedReason.TextAfterClosingQuote => row with { Trouble = t["A quotation mark is closed in the middle of a cell."] },
            _ => row,
        };

    private static TableRow End(int number, string trouble) => new(number, []) { Trouble = trouble, IsEnd = true };
}
