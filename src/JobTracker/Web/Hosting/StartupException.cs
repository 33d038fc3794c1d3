namespace JobTracker.Web.Hosting;

/// <summary>Why the app does not start, as one sentence that names the setting or tool and what to do. Printed without a stack trace.</summary>
public sealed class StartupException(string message) : Exception(message);
