using System.Text;

namespace JobTracker.Testing.Ai;

/// <summary>What a fake provider does with one call.</summary>
public delegate Task Script(Exchange exchange);

/// <summary>The steps that scripts for any provider are put together from.</summary>
public static class Scripts
{
    /// <summary>One after the other.</summary>
    public static Script Then(params Script[] steps) =>
        async exchange =>
        {
            foreach (var step in steps)
                await step(exchange);
        };

    /// <summary>Text exactly as it stands, in one packet.</summary>
    public static Script Raw(string text) => exchange => exchange.WriteAsync(text);

    /// <summary>Text in packets that end after the given bytes, which may be in the middle of a character.</summary>
    public static Script Split(string text, params int[] after) =>
        async exchange =>
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            var from = 0;
            foreach (var to in after.Where(at => at < bytes.Length).Append(bytes.Length))
            {
                await exchange.WriteAsync(bytes.AsMemory(from..to));
                // Without a pause the network joins what was written apart.
                await Wait(TimeSpan.FromMilliseconds(1))(exchange);
                from = to;
            }
        };

    /// <summary>An answer that is no stream, with its status.</summary>
    public static Script Answer(int status, string body, string mediaType = "application/json; charset=UTF-8", string? retryAfter = null) =>
        exchange =>
        {
            exchange.Begin(status, mediaType, retryAfter is null ? [] : [("Retry-After", retryAfter)]);
            return exchange.WriteAsync(body);
        };

    /// <summary>Waits until the test opens the gate.</summary>
    public static Script Hold(Gate gate) => exchange => gate.PassAsync(exchange.Gone);

    /// <summary>Time passes between two pieces, as in a demonstration; no test learns anything from it.</summary>
    public static Script Wait(TimeSpan time) =>
        async exchange =>
        {
            if (time == TimeSpan.Zero)
                return;
            using var pace = new PeriodicTimer(time);
            await pace.WaitForNextTickAsync(exchange.Gone);
        };

    /// <summary>The status line and headers, and not a byte more for now.</summary>
    public static Script Headers() => exchange => exchange.StartAsync();

    /// <summary>Silence until the client gives up.</summary>
    public static Script Stall() => exchange => exchange.StallAsync();

    /// <summary>The connection ends after these steps, in the middle of the answer: all that was written arrives.</summary>
    public static Script CutAfter(params Script[] steps) =>
        exchange =>
        {
            exchange.PromiseMore();
            return Then(steps)(exchange);
        };

    /// <summary>The connection breaks at once; what is on its way may be lost.</summary>
    public static Script Cut() =>
        exchange =>
        {
            exchange.Cut();
            return Task.CompletedTask;
        };
}
