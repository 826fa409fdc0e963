using EasyGig.Web.Data;
using EasyGig.Web.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace EasyGig.Web.Live;

/// <summary>What an open page is told.</summary>
public interface ILivePage
{
    /// <summary>Something that it shows has changed; what, it reads from its own address.</summary>
    /// <param name="everywhere">Everybody is told at the same moment, so that they had better not all ask at once.</param>
    Task Changed(bool everywhere);
}

/// <summary>The line on which an open page hears that something it shows has changed (R38).</summary>
[Authorize]
public sealed class LiveHub(EasyGigDb db, OpenPages pages, Lately lately) : Hub<ILivePage>
{
    public override Task OnConnectedAsync()
    {
        if (pages.Open(Context.User!.Id, Context)) return Groups.AddToGroupAsync(Context.ConnectionId, Topics.Person(Context.User!.Id));
        Context.Abort();
        return Task.CompletedTask;
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
        if (!Context.Items.TryAdd(nameof(Watch), null))
        {
            Context.Abort();
            return false;
        }
        var mine = await db.MineAsync(Context.User!.Id, topics ?? [], Context.ConnectionAborted);
        foreach (var topic in mine) await Groups.AddToGroupAsync(Context.ConnectionId, topic);
        return lately.MayHaveChanged([.. mine, Topics.Person(Context.User!.Id)], TimeSpan.FromMilliseconds(double.IsFinite(age) ? Math.Clamp(age, 0, int.MaxValue) : int.MaxValue));
    }
}
