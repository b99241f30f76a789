using System.Net;
using System.Net.Http.Headers;

namespace KerasSharp.Utils;

/// <summary>
/// Downloads a file from the first mirror that has it whole. It is written beside its destination as <c>NAME.part</c>, which a later
/// attempt goes on with (HTTP Range), is checked against its checksum, and only then takes its name: the destination is whole or not there.
/// </summary>
internal sealed class Downloader : IDisposable
{
    private const int AttemptsPerMirror = 4;

    // Hosts that could not be reached: a data set has several files on each, and waiting once is enough.
    private readonly HashSet<string> unreachable = [];

    private readonly HttpClient client;
    private readonly TextWriter log;
    private readonly bool redraw;
    private readonly TimeSpan patience;

    /// <param name="log">Where progress is shown.</param>
    /// <param name="redraw">Whether <paramref name="log"/> is a terminal, where a line can be drawn again.</param>
    /// <param name="patience">How long a server may be silent: 20 seconds unless stated.</param>
    public Downloader(TextWriter log, bool redraw, TimeSpan? patience = null)
    {
        this.log = log;
        this.redraw = redraw;
        this.patience = patience ?? TimeSpan.FromSeconds(20);
        client = new HttpClient(new SocketsHttpHandler { ConnectTimeout = this.patience, AutomaticDecompression = DecompressionMethods.None })
        {
            Timeout = Timeout.InfiniteTimeSpan, // each read has a limit of its own: a slow line is no reason to give up
        };
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("KerasSharp", null));
    }

    /// <summary>Downloads a file.</summary>
    /// <param name="file">What to download: mirrors, size, checksum.</param>
    /// <param name="destination">The path to write to.</param>
    /// <param name="failures">Takes a line for each mirror that failed: its address and why.</param>
    /// <param name="token">Cancels the download.</param>
    /// <returns>Whether the file is there, whole.</returns>
    /// <exception cref="OperationCanceledException">Cancelled; what has come so far stays for the next attempt.</exception>
    public bool Fetch(RemoteFile file, string destination, List<string> failures, CancellationToken token) =>
        FetchAsync(file, destination, failures, token).GetAwaiter().GetResult(); // Keras's load_data is a plain call: this is where it waits

    public void Dispose() => client.Dispose();

    private async Task<bool> FetchAsync(RemoteFile file, string destination, List<string> failures, CancellationToken token)
    {
        foreach (var mirror in file.Mirrors)
        {
            if (unreachable.Contains(mirror.Authority))
            {
                failures.Add($"{mirror}: not tried again, the host was not reached");
                continue;
            }

            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(destination))!);
                await FetchAsync(file, mirror, destination, token).ConfigureAwait(false);
                return true;
            }
            catch (Exception error) when (error is HttpRequestException or IOException or TimeoutException or UnauthorizedAccessException)
            {
                failures.Add($"{mirror}: {Reason(error)}");
                if (error is TimeoutException or HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError })
                {
                    unreachable.Add(mirror.Authority);
                }
            }
        }

        return false;
    }

    private async Task FetchAsync(RemoteFile file, Uri mirror, string destination, CancellationToken token)
    {
        var part = destination + ".part";
        for (var attempt = 1; ; attempt++)
        {
            var before = File.Exists(part) ? new FileInfo(part).Length : 0;
            try
            {
                await TransferAsync(file, mirror, part, token).ConfigureAwait(false);
                if (file.Checksum is not { } checksum || checksum.Matches(part))
                {
                    File.Move(part, destination, overwrite: true);
                    return;
                }

                var found = checksum.Of(part);
                File.Delete(part);
                if (before == 0)
                {
                    throw new RefusedException($"the checksum is {found}, expected {checksum}");
                }

                // What an earlier run had left may have been the damaged half: once more from the start.
            }
            catch (Exception error) when (error is TimeoutException or (IOException and not RefusedException)
                && attempt < AttemptsPerMirror && File.Exists(part) && new FileInfo(part).Length > before)
            {
                // The line broke, but something came: go on from there.
            }
        }
    }

    private async Task TransferAsync(RemoteFile file, Uri mirror, string part, CancellationToken token)
    {
        await using var output = new FileStream(part, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
        output.Seek(0, SeekOrigin.End);
        using var response = await RequestAsync(mirror, output, token).ConfigureAwait(false);
        if (response is null)
        {
            return;
        }

        var total = response.Content.Headers.ContentLength is { } rest ? output.Position + rest : (long?)null;
        if (total > file.MaxBytes)
        {
            throw new RefusedException($"the server offers {total} bytes, at most {file.MaxBytes} are expected");
        }

        log.WriteLine($"Downloading data from {mirror}");
        var progress = new DownloadProgress(log, redraw, total);
        progress.Report(output.Position);
        try
        {
            await CopyAsync(response, output, file.MaxBytes, progress, token).ConfigureAwait(false);
            output.Flush(flushToDisk: true);
            progress.Done(output.Length);
        }
        catch
        {
            progress.Abandon();
            throw;
        }
    }

    // The answer to a request for what is missing; null where nothing is. The output stands where the answer's first byte belongs.
    private async Task<HttpResponseMessage?> RequestAsync(Uri mirror, FileStream output, CancellationToken token)
    {
        var response = await SendAsync(mirror, output.Position, token).ConfigureAwait(false);
        var resumed = response.StatusCode == HttpStatusCode.PartialContent && response.Content.Headers.ContentRange?.From == output.Position;
        if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable && response.Content.Headers.ContentRange?.Length == output.Position)
        {
            response.Dispose();
            return null;
        }

        if (!resumed)
        {
            if (response.StatusCode is HttpStatusCode.PartialContent or HttpStatusCode.RequestedRangeNotSatisfiable)
            {
                response.Dispose();
                response = await SendAsync(mirror, from: 0, token).ConfigureAwait(false);
            }

            if (response.StatusCode != HttpStatusCode.OK)
            {
                using (response)
                {
                    throw new HttpRequestException($"{(int)response.StatusCode} {response.ReasonPhrase}");
                }
            }

            output.SetLength(0); // the server sends the whole, whatever was asked for
        }

        return response;
    }

    private async Task<HttpResponseMessage> SendAsync(Uri mirror, long from, CancellationToken token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, mirror);
        if (from > 0)
        {
            request.Headers.Range = new RangeHeaderValue(from, null);
        }

        return await Limited(limit => client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit), token).ConfigureAwait(false);
    }

    private async Task CopyAsync(HttpResponseMessage response, FileStream output, long maxBytes, DownloadProgress progress, CancellationToken token)
    {
        await using var input = await response.Content.ReadAsStreamAsync(token).ConfigureAwait(false);
        var buffer = new byte[1 << 16];
        int read;
        while ((read = await Limited(limit => input.ReadAsync(buffer, limit).AsTask(), token).ConfigureAwait(false)) > 0)
        {
            if (output.Position + read > maxBytes)
            {
                output.SetLength(0);
                throw new RefusedException($"the server sends more than the {maxBytes} bytes that are expected at most");
            }

            await output.WriteAsync(buffer.AsMemory(0, read), token).ConfigureAwait(false);
            progress.Report(output.Position);
        }
    }

    private async Task<T> Limited<T>(Func<CancellationToken, Task<T>> action, CancellationToken token)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(token);
        limit.CancelAfter(patience);
        try
        {
            return await action(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            throw new TimeoutException($"no answer within {patience.TotalSeconds:0.#} s");
        }
    }

    private static string Reason(Exception error) => error is HttpRequestException { InnerException: { } inner } ? inner.Message : error.Message;

    // What was received is not the file: trying again would bring the same.
    private sealed class RefusedException(string message) : IOException(message);
}
