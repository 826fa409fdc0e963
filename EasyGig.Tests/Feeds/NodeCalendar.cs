using System.Diagnostics;
using System.Text;
using EasyGig.Web.Hosting;

namespace EasyGig.Tests.Feeds;

/// <summary>A reader of calendars that we did not write (ical.js, the one of Thunderbird).</summary>
internal static class NodeCalendar
{
    private const string Script = """
        const ICAL = require(process.argv[1]);
        const calendar = new ICAL.Component(ICAL.parse(require('fs').readFileSync(0, 'utf8')));
        for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
        for (const entry of calendar.getAllSubcomponents('vevent')) {
            const event = new ICAL.Event(entry);
            console.log([event.uid.replace(/^booking-|@.*/g, ''), entry.getFirstPropertyValue('status'), event.startDate.toJSDate().toISOString(), event.endDate.toJSDate().toISOString(), event.summary].join('|'));
        }
        """;

    /// <summary>Each entry: whose, its state, start and end in UTC, what it is called.</summary>
    public static async Task<string[]> ReadAsync(string ics)
    {
        var library = Path.Combine(Checkout.Folder!, "EasyGig.Tests", "assets", "ical", "dist", "ical.es5.min.cjs");
        using var node = Process.Start(new ProcessStartInfo("node", ["-e", Script, library])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false), StandardOutputEncoding = Encoding.UTF8,
        })!;
        await node.StandardInput.WriteAsync(ics);
        node.StandardInput.Close();
        var (said, wrong) = (await node.StandardOutput.ReadToEndAsync(), await node.StandardError.ReadToEndAsync());
        Assert.Equal("", wrong);
        return said.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
