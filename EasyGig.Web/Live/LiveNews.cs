using Microsoft.AspNetCore.SignalR;

namespace EasyGig.Web.Live;

/// <summary>Passes on to the open pages of this node that something they show has changed.</summary>
public sealed class LiveNews(IHubContext<LiveHub, ILivePage> hub, OpenPages pages, Lately lately) : INewsReader
{
    public string Channel => "easygig_live";

    public void Begin()
    {
        lately.Begin();
        pages.BreakAll(); // sessions may have ended while nobody listened, too
    }

    public void Break() => lately.Break();

    public void Hear(string news)
    {
        if (Topics.WhoSignedOut(news) is { } person) pages.Break(person);
        else
        {
            lately.Hear(news);
            _ = hub.Clients.Group(news).Changed();
        }
    }
}
