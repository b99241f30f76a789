using System.Security.Cryptography;
using KerasSharp.Utils;
using static KerasSharp.Tests.Utils.LoopbackServer;

namespace KerasSharp.Tests.Utils;

public sealed class DownloaderTests : IDisposable
{
    private static readonly byte[] Content = Bytes(300_000, seed: 7);

    private readonly TemporaryFolder folder = new();
    private readonly StringWriter log = new();
    private readonly List<string> failures = [];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_file_arrives_whole_under_its_name_and_nothing_else_is_left()
    {
        using var server = new LoopbackServer(request => Serve(Content, request));
        Assert.True(Fetch(server));
        Assert.Equal(Content, File.ReadAllBytes(folder["file"]));
        Assert.Equal([folder["file"]], Directory.GetFiles(folder.Path));
        Assert.Empty(failures);
    }

    [Fact]
    public void A_log_that_is_no_terminal_gets_two_lines()
    {
        using var server = new LoopbackServer(request => Serve(Content, request));
        Fetch(server);
        var lines = log.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.Equal($"Downloading data from {server.Root}file", lines[0]);
        Assert.StartsWith("300000 bytes in ", lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain('\r', log.ToString().Replace(Environment.NewLine, "\n"));
    }

    [Fact]
    public void A_terminal_sees_one_line_redrawn_up_to_the_full_bar()
    {
        using var server = new LoopbackServer(request => Serve(Content, request));
        Fetch(server, redraw: true);
        Assert.Contains($"\r300000/300000 [{new string('=', 30)}] - ", log.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, log.ToString().Count(c => c == '\n'));
    }

    [Fact]
    public void A_broken_line_is_taken_up_where_it_broke()
    {
        var first = true;
        using var server = new LoopbackServer(request =>
        {
            var answer = Serve(Content, request);
            answer = first ? answer with { CutAfter = 100_000 } : answer;
            first = false;
            return answer;
        });
        Assert.True(Fetch(server));
        Assert.Equal(Content, File.ReadAllBytes(folder["file"]));
        Assert.Equal([null, 100_000], server.Requests.Select(request => request.RangeFrom));
    }

    [Fact]
    public void What_an_earlier_run_left_is_not_fetched_again()
    {
        File.WriteAllBytes(folder["file.part"], Content[..123_456]);
        using var server = new LoopbackServer(request => Serve(Content, request));
        Assert.True(Fetch(server));
        Assert.Equal(Content, File.ReadAllBytes(folder["file"]));
        Assert.Equal(123_456, Assert.Single(server.Requests).RangeFrom);
    }

    [Fact]
    public void An_earlier_run_may_have_left_the_whole()
    {
        File.WriteAllBytes(folder["file.part"], Content);
        using var server = new LoopbackServer(request => Serve(Content, request));
        Assert.True(Fetch(server));
        Assert.Equal(Content, File.ReadAllBytes(folder["file"]));
        Assert.Single(server.Requests);
    }

    [Fact]
    public void What_an_earlier_run_left_may_be_another_file_or_longer()
    {
        foreach (var left in new[] { Bytes(5_000, seed: 8), Bytes(400_000, seed: 9) })
        {
            File.Delete(folder["file"]);
            File.WriteAllBytes(folder["file.part"], left);
            using var server = new LoopbackServer(request => Serve(Content, request));
            Assert.True(Fetch(server));
            Assert.Equal(Content, File.ReadAllBytes(folder["file"]));
        }
    }

    [Fact]
    public void A_server_that_ignores_ranges_sends_all_again()
    {
        File.WriteAllBytes(folder["file.part"], Content[..1_000]);
        using var server = new LoopbackServer(_ => new(200, Content));
        Assert.True(Fetch(server));
        Assert.Equal(Content, File.ReadAllBytes(folder["file"]));
    }

    [Fact]
    public void A_redirect_is_followed()
    {
        using var server = new LoopbackServer(request => request.Path == "/file" ? new(302, [], "Location: /elsewhere\r\n") : Serve(Content, request));
        Assert.True(Fetch(server));
        Assert.Equal(["/file", "/elsewhere"], server.Requests.Select(request => request.Path));
        Assert.Equal(Content, File.ReadAllBytes(folder["file"]));
    }

    [Fact]
    public void A_wrong_checksum_leads_to_the_next_mirror_and_leaves_nothing()
    {
        using var wrong = new LoopbackServer(_ => new(200, Bytes(300_000, seed: 1)));
        using var right = new LoopbackServer(request => Serve(Content, request));
        Assert.True(Fetch(wrong, right));
        Assert.Equal(Content, File.ReadAllBytes(folder["file"]));
        var failure = Assert.Single(failures);
        Assert.StartsWith($"{wrong.Root}file: the checksum is ", failure, StringComparison.Ordinal);
        Assert.EndsWith($", expected sha256 {Sha256}", failure, StringComparison.Ordinal);
        Assert.Single(wrong.Requests);
    }

    [Theory]
    [InlineData(404, "404 Scripted")]
    [InlineData(503, "503 Scripted")]
    [InlineData(206, "206 Scripted")]
    public void A_refusal_is_reported_with_its_status(int status, string reason)
    {
        using var server = new LoopbackServer(_ => new(status, []));
        Assert.False(Fetch(server));
        Assert.Equal($"{server.Root}file: {reason}", Assert.Single(failures));
        Assert.False(File.Exists(folder["file"]));
    }

    [Fact]
    public void A_body_that_is_cut_each_time_without_progress_is_given_up()
    {
        using var server = new LoopbackServer(request => Serve(Content, request) with { CutAfter = request.RangeFrom is null ? 1_000 : 0 });
        Assert.False(Fetch(server));
        Assert.Equal(2, server.Requests.Count);
        Assert.False(File.Exists(folder["file"]));
        Assert.Equal(Content[..1_000], File.ReadAllBytes(folder["file.part"]));
    }

    [Fact]
    public void A_body_longer_than_any_such_file_is_refused_before_and_while_it_comes()
    {
        using var offers = new LoopbackServer(_ => new(200, new byte[2_000_001]));
        using var sends = new LoopbackServer(_ => new(200, [.. "400\r\n"u8, .. new byte[1024], .. "\r\n"u8], "Transfer-Encoding: chunked\r\n", Silent: true));
        Assert.False(Fetch(offers));
        Assert.Contains("offers 2000001 bytes, at most 2000000", failures[0], StringComparison.Ordinal);
        Assert.False(Fetch([sends], maxBytes: 1000));
        Assert.Contains("more than the 1000 bytes", failures[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_silent_server_is_given_up_and_the_next_one_asked()
    {
        using var silent = new LoopbackServer(_ => new(200, Content, CutAfter: 0, Silent: true));
        using var right = new LoopbackServer(request => Serve(Content, request));
        Assert.True(Fetch([silent, right], patience: TimeSpan.FromMilliseconds(200)));
        Assert.Equal(Content, File.ReadAllBytes(folder["file"]));
        Assert.Equal($"{silent.Root}file: no answer within 0.2 s", Assert.Single(failures));
    }

    [Fact]
    public void A_host_that_cannot_be_reached_is_asked_once_only()
    {
        var gone = new LoopbackServer(_ => new(200, []));
        var root = gone.Root;
        gone.Dispose();
        using var downloader = new Downloader(log, redraw: false);
        foreach (var name in new[] { "one", "two" })
        {
            Assert.False(downloader.Fetch(RemoteFile.In(name, Sha256, 1000, root), folder[name], failures, TestContext.Current.CancellationToken));
        }

        Assert.Equal(2, failures.Count);
        Assert.Equal($"{root}two: not tried again, the host was not reached", failures[1]);
    }

    [Fact]
    public void Cancelling_stops_at_once_and_keeps_what_has_come()
    {
        using var cancel = new CancellationTokenSource();
        using var server = new LoopbackServer(request =>
        {
            cancel.CancelAfter(200);
            return Serve(Content, request) with { CutAfter = 50_000, Silent = true };
        });
        using var downloader = new Downloader(log, redraw: false);
        Assert.ThrowsAny<OperationCanceledException>(() => downloader.Fetch(Remote(2_000_000, server), folder["file"], failures, cancel.Token));
        Assert.False(File.Exists(folder["file"]));
        Assert.Equal(Content[..50_000], File.ReadAllBytes(folder["file.part"]));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_a_failure_that_says_so()
    {
        File.WriteAllText(folder["taken"], "a file where a folder must be");
        using var server = new LoopbackServer(request => Serve(Content, request));
        using var downloader = new Downloader(log, redraw: false);
        Assert.False(downloader.Fetch(Remote(2_000_000, server), Path.Combine(folder["taken"], "file"), failures, TestContext.Current.CancellationToken));
        Assert.Contains(folder["taken"], Assert.Single(failures), StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    private static string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Content));

    private static byte[] Bytes(int count, int seed)
    {
        var bytes = new byte[count];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    private static RemoteFile Remote(long maxBytes, params LoopbackServer[] servers) =>
        RemoteFile.In("file", Sha256, maxBytes, [.. servers.Select(server => server.Root)]);

    private bool Fetch(params LoopbackServer[] servers) => Fetch(servers, maxBytes: 2_000_000);

    private bool Fetch(LoopbackServer server, bool redraw) => Fetch([server], redraw: redraw);

    private bool Fetch(LoopbackServer[] servers, long maxBytes = 2_000_000, bool redraw = false, TimeSpan? patience = null)
    {
        using var downloader = new Downloader(log, redraw, patience);
        return downloader.Fetch(Remote(maxBytes, servers), folder["file"], failures, TestContext.Current.CancellationToken);
    }
}
