using System.ComponentModel;
using System.Runtime.InteropServices;

namespace LocalPostgres;

/// <summary>The calls of POSIX that .NET does not offer. None of them exists on Windows.</summary>
internal static partial class NativeMethods
{
    private const int NoSuchProcess = 3;

    /// <summary>Sends a signal; a process that has just ended is no error.</summary>
    public static void Send(int processId, PosixSignalNumber signal)
    {
        if (Kill(processId, (int)signal) != 0 && Marshal.GetLastPInvokeError() is var error and not NoSuchProcess)
        {
            throw new LocalPostgresException(
                $"PostgreSQL's process {processId} could not be stopped ({Marshal.GetPInvokeErrorMessage(error)}): stop it yourself and start again."
            );
        }
    }

    /// <summary>Gives a file or folder, not what a link points to, to a user.</summary>
    public static void Own(string path, uint userId)
    {
        if (ChangeOwner(path, userId, userId) != 0)
        {
            throw new IOException($"{path}: {Marshal.GetLastPInvokeErrorMessage()}", new Win32Exception(Marshal.GetLastPInvokeError()));
        }
    }

    /// <summary>The path without links, as the kernel reports a process's working folder; null where there is none.</summary>
    public static string? RealPath(string path)
    {
        var resolved = ResolvePath(path, 0);
        if (resolved == 0)
        {
            return null;
        }

        var text = Marshal.PtrToStringUTF8(resolved);
        Free(resolved);
        return text;
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int processId, int signal);

    [LibraryImport("libc", EntryPoint = "lchown", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int ChangeOwner(string path, uint userId, uint groupId);

    [LibraryImport("libc", EntryPoint = "realpath", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint ResolvePath(string path, nint buffer);

    [LibraryImport("libc", EntryPoint = "free")]
    private static partial void Free(nint memory);
}

/// <summary>Signals by the numbers that Linux and macOS share, with PostgreSQL's meaning for its main process.</summary>
internal enum PosixSignalNumber
{
    /// <summary>SIGINT: roll back, write everything, stop ("fast").</summary>
    FastShutdown = 2,

    /// <summary>SIGQUIT: stop at once, recover at the next start ("immediate").</summary>
    ImmediateShutdown = 3,

    /// <summary>SIGKILL.</summary>
    Kill = 9,

    /// <summary>SIGTERM: to a lone session, end it.</summary>
    Terminate = 15,
}
