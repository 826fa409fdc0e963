using EasyGig.Web.Data;
using EasyGig.Web.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.SignalR;

namespace EasyGig.Web.Live;

/// <summary>What an open page is told.</summary>
public interface ILivePage
{
    /// <summary>Something that it shows has changed; what, it reads from its own address.</summary>
    Task Changed();

    /// <summary>So many pages of the person listen that this one cannot.</summary>
    Task Full();
}

/// <summary>The line on which an open page hears that something it shows has changed (R38).</summary>
[Authorize]
public sealed class LiveHub(EasyGigDb db, OpenPages pages, Lately lately, TimeProvider clock, IServiceProvider services) : Hub<ILivePage>
{
    /// <summary>So long a page may take to hear that it cannot listen.</summary>
    private static readonly TimeSpan ToHangUp = TimeSpan.FromSeconds(2);

    public override async Task OnConnectedAsync()
    {
        if (!pages.Open(Context.User!.Id, Context))
        {
            await Clients.Caller.Full();
            await Task.Delay(ToHangUp, Context.ConnectionAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Context.Abort();
        }
        else if (await IsSignedInAsync()) await Groups.AddToGroupAsync(Context.ConnectionId, Topics.Person(Context.User!.Id));
        else Context.Abort();
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        pages.Close(Context.User!.Id, Context);
        return Task.CompletedTask;
    }

    /// <summary>A page says, once, what it shows besides the person's own notices; what is not theirs is not watched, and nothing says so.</summary>
    /// <param name="topics">Such as <c>booking:…</c>.</param>
    /// <param name="age">How many milliseconds ago it was asked for.</param>
    /// <returns>Whether it is to look again, because something may have changed since.</returns>
    public async Task<bool> Watch(string?[]? topics, double age)
    {
        var asked = clock.GetTimestamp();
        try
        {
            if (!Context.Items.TryAdd(nameof(Watch), null)) throw new HubException("A page says once what it watches.");
            var mine = await db.MineAsync(Context.User!.Id, topics ?? [], Context.ConnectionAborted);
            foreach (var topic in mine) await Groups.AddToGroupAsync(Context.ConnectionId, topic);
            var ago = TimeSpan.FromMilliseconds(double.IsFinite(age) ? Math.Clamp(age, 0, int.MaxValue) : int.MaxValue);
            return lately.MayHaveChanged([.. mine, Topics.Person(Context.User!.Id)], ago + clock.GetElapsedTime(asked));
        }
        catch
        {
            Context.Abort(); // a page that watches nothing had better know
            throw;
        }
    }

    /// <summary>Asked anew: the session may have ended after the request for the line was let in and before it could be broken off.</summary>
    private async Task<bool> IsSignedInAsync()
    {
        var anew = new DefaultHttpContext { RequestServices = services };
        anew.Request.Headers.Cookie = Context.GetHttpContext()!.Request.Headers.Cookie;
        anew.Request.Path = LiveSetup.Address;
        return (await anew.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Succeeded;
    }
}
