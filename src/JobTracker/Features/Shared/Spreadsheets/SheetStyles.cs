using DocumentFormat.OpenXml.Spreadsheet;

namespace JobTracker.Features.Shared.Spreadsheets;

/// <summary>How cells look: one format for each <see cref="Cell.Look"/>, in its order.</summary>
internal static class SheetStyles
{
    private const uint DayFormat = 164;
    private const uint PercentFormat = 165;
    private const uint TenthsFormat = 166;
    private const uint InstantFormat = 167;
    private const string Tint = "FFE6F2EF";

    public static Stylesheet Create() =>
        new(
            new NumberingFormats(
                Format(DayFormat, "yyyy\\-mm\\-dd"),
                Format(PercentFormat, "0.0%"),
                Format(TenthsFormat, "0.0"),
                Format(InstantFormat, "yyyy\\-mm\\-dd\\ hh:mm:ss")
            ),
            new Fonts(new Font(), new Font(new Bold())),
            new Fills(
                // The first two are the format's own.
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
                new Fill(new PatternFill(new ForegroundColor { Rgb = Tint }) { PatternType = PatternValues.Solid })
            ),
            new Borders(new Border(), new Border(new BottomBorder { Style = BorderStyleValues.Thin })),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(
                new CellFormat(),
                new CellFormat
                {
                    FontId = 1,
                    FillId = 2,
                    BorderId = 1,
                    ApplyFont = true,
                    ApplyFill = true,
                    ApplyBorder = true,
                },
                Numbered(DayFormat),
                Numbered(PercentFormat),
                Numbered(TenthsFormat),
                Numbered(InstantFormat),
                new CellFormat()
            ),
            new CellStyles(
                new CellStyle
                {
                    Name = "Normal",
                    FormatId = 0,
                    BuiltinId = 0,
                }
            )
        );

    private static NumberingFormat Format(uint id, string code) => new() { NumberFormatId = id, FormatCode = code };

    private static CellFormat Numbered(uint format) => new() { NumberFormatId = format, ApplyNumberFormat = true };
}
