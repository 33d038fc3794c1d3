namespace JobTracker.Features.Coach.Context;

/// <summary>Shortens texts where a reader would pause.</summary>
internal static class Cutting
{
    /// <summary>The beginning of a text, up to the last end of a paragraph, line, sentence or word that leaves most of the room used.</summary>
    /// <param name="text">Line ends are \n.</param>
    /// <param name="most">Characters.</param>
    public static string Begin(string text, int most)
    {
        if (text.Length <= most)
            return text;
        if (most <= 0)
            return "";
        var room = text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
        foreach (var pause in (string[])["\n\n", "\n", ". ", " "])
        {
            var at = room.LastIndexOf(pause, StringComparison.Ordinal);
            if (at >= most / 2)
                return room[..(pause == ". " ? at + 1 : at)].TrimEnd();
        }
        return room;
    }
}
