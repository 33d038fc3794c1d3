namespace JobTracker.Kernel;

/// <summary>Whose data: the first argument of every use case. It is the key of the account and of all that belongs to it.</summary>
public readonly record struct UserId(Guid Value)
{
    public override string ToString() => Value.ToString();
}
