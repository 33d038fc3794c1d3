namespace JobTracker;

/// <summary>Marks Resources/Texts.*.resx for the localiser: the English sentence is the key, so only other languages have a file.</summary>
public sealed class Texts;
