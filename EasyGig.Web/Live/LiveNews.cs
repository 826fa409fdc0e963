using Microsoft.AspNetCore.SignalR;

namespace EasyGig.Web.Live;

/// <summary>Passes on to the open pages of this node that something they show has changed.</summary>
public sealed class LiveNews(IHubContext<LiveHub, ILivePage> hub, OpenPages pages, Lately lately) : INewsReader
{
    public string Channel => "easygig_live";

    public void Begin()
    {
        lately.Begin();
        _ = hub.Clients.All.Changed(everywhere: true);
    }

    public void End() => lately.End();

    public void Hear(string news)
    {
        if (news == Topics.All) Begin();
        else if (Topics.WhoSignedOut(news) is { } person) pages.Break(person);
        else
        {
            lately.Hear(news);
            _ = hub.Clients.Group(news).Changed(everywhere: false);
        }
    }
}
