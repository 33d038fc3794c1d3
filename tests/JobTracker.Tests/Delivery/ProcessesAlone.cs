namespace JobTracker.Tests.Delivery;

/// <summary>
/// Tests that start the built app as a process. Nothing else runs beside them: a cold process on a busy machine would run into the time
/// limits of Production, which are part of what is tested.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProcessesAlone
{
    public const string Name = "Processes alone";
}
