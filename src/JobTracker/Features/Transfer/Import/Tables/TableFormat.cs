using System.Text;

namespace JobTracker.Features.Transfer.Import.Tables;

/// <summary>The order of day and month where a date has both as numbers.</summary>
public enum DateOrder
{
    DayFirst,
    MonthFirst,
}

/// <summary>How a text file is a table; what was not said is guessed.</summary>
public sealed record CsvShape
{
    public char? Delimiter { get; init; }
    public TextEncoding? Encoding { get; init; }
}

/// <summary>How bytes are text.</summary>
public enum TextEncoding
{
    Utf8,
    Utf16,
    Utf16BigEndian,
    Windows1252,
}

internal static class TextEncodings
{
    private const int Western = 1252;

    static TextEncodings() => System.Text.Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static Encoding Of(TextEncoding encoding) =>
        encoding switch
        {
            TextEncoding.Utf8 => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
            TextEncoding.Utf16 => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
            TextEncoding.Utf16BigEndian => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
            _ => System.Text.Encoding.GetEncoding(Western, EncoderFallback.ExceptionFallback, DecoderFallback.ReplacementFallback),
        };

    /// <summary>By its mark; without one UTF-8, unless something in it cannot be that.</summary>
    /// <param name="file">Is read through once.</param>
    public static TextEncoding Guess(Stream file)
    {
        file.Position = 0;
        Span<byte> start = stackalloc byte[2];
        var length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (length == 2 && start is [0xFF, 0xFE])
            return TextEncoding.Utf16;
        if (length == 2 && start is [0xFE, 0xFF])
            return TextEncoding.Utf16BigEndian;
        return IsUtf8(file) ? TextEncoding.Utf8 : TextEncoding.Windows1252;
    }

    private static bool IsUtf8(Stream file)
    {
        file.Position = 0;
        var decoder = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetDecoder();
        var bytes = new byte[64 * 1024];
        var letters = new char[bytes.Length];
        try
        {
            for (int read; (read = file.Read(bytes)) > 0; )
                decoder.GetChars(bytes, 0, read, letters, 0, flush: false);
            decoder.GetChars([], 0, 0, letters, 0, flush: true);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
