using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace KerasSharp.Tests.Utils;

/// <summary>
/// A web server on this machine that misbehaves as told: it answers from a script, can stop in the middle of a body, or stay silent.
/// </summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Func<Request, Answer> script;

    public LoopbackServer(Func<Request, Answer> script)
    {
        this.script = script;
        listener.Start();
        _ = AcceptAsync();
    }

    internal sealed record Request(string Path, long? RangeFrom);

    /// <param name="CutAfter">Closes the connection after so many bytes of the body.</param>
    /// <param name="Silent">Sends nothing more after that, but keeps the connection open.</param>
    internal sealed record Answer(int Status, byte[] Body, string Headers = "", int? CutAfter = null, bool Silent = false);

    public ConcurrentQueue<Request> Requests { get; } = [];

    public string Root => $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/";

    /// <summary>Serves a file as servers do: whole, or from the byte that the request names.</summary>
    public static Answer Serve(byte[] file, Request request) => request.RangeFrom is not { } from ? new(200, file)
        : from >= file.Length ? new(416, [], $"Content-Range: bytes */{file.Length}\r\n")
        : new(206, file[(int)from..], $"Content-Range: bytes {from}-{file.Length - 1}/{file.Length}\r\n");

    public void Dispose()
    {
        stop.Cancel();
        listener.Stop();
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = AnswerAsync(await listener.AcceptTcpClientAsync(stop.Token));
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        try
        {
            using (client)
            {
                var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
                var path = (await reader.ReadLineAsync(stop.Token))!.Split(' ')[1];
                long? from = null;
                while (await reader.ReadLineAsync(stop.Token) is { Length: > 0 } header)
                {
                    if (header.StartsWith("Range: bytes=", StringComparison.OrdinalIgnoreCase))
                    {
                        from = long.Parse(header["Range: bytes=".Length..].TrimEnd('-'), CultureInfo.InvariantCulture);
                    }
                }

                var request = new Request(path, from);
                Requests.Enqueue(request);
                var answer = script(request);
                var length = answer.Headers.Contains("Transfer-Encoding", StringComparison.Ordinal) ? "" : $"Content-Length: {answer.Body.Length}\r\n";
                var head = $"HTTP/1.1 {answer.Status} Scripted\r\n{length}Connection: close\r\n{answer.Headers}\r\n";
                await stream.WriteAsync(Encoding.ASCII.GetBytes(head), stop.Token);
                await stream.WriteAsync(answer.Body.AsMemory(0, answer.CutAfter ?? answer.Body.Length), stop.Token);
                await stream.FlushAsync(stop.Token);
                if (answer.Silent)
                {
                    await Task.Delay(Timeout.Infinite, stop.Token);
                }
            }
        }
        catch (Exception error) when (error is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The client went away, or the test is over.
        }
    }
}
