using System.Text;
using EasyGig.Web.Hosting;
using EasyGig.Web.Mail;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace EasyGig.Web.Bookings;

/// <summary>The dates of a venue or an artist for everybody's calendar.</summary>
public sealed class PublicCalendar(SiteAddress site, IOptions<MailSettings> settings, TimeProvider clock)
{
    /// <summary>How many dates a calendar holds.</summary>
    public const int Most = 200;

    /// <param name="gigs">Those to come.</param>
    /// <param name="slug">Of whose they are; the file's name.</param>
    public FileContentResult Write(IReadOnlyCollection<Gig> gigs, string slug)
    {
        var ics = Ics.Write(settings.Value.Sender, clock.GetUtcNow(), [.. gigs.Select(gig => BookingCalendar.Entry(gig, site))]);
        return new(Encoding.UTF8.GetBytes(ics), "text/calendar; charset=utf-8") { FileDownloadName = $"{slug}.ics" };
    }
}
