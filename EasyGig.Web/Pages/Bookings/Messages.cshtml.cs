using System.ComponentModel.DataAnnotations;
using EasyGig.Domain;
using EasyGig.Domain.Messages;
using EasyGig.Web.Bookings;
using EasyGig.Web.Identity;
using EasyGig.Web.Live;
using EasyGig.Web.Localization;
using EasyGig.Web.Messages;
using EasyGig.Web.Paging;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Bookings;

/// <summary>What the sides of a booking write to each other, and what they write next.</summary>
public sealed class MessagesModel(BookingReader reader, Conversation conversation, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty] public MessageInput Input { get; set; } = new();

    public BookingView View { get; private set; } = null!;
    public ListPage<MessageRow> Found { get; private set; } = null!;

    /// <summary>Why nobody may write any more; null while they may.</summary>
    public Refusal? Closed => Message.RefusedOn(View.Booking, clock.GetUtcNow());

    public async Task<IActionResult> OnGetAsync(Guid id, string? cursor, CancellationToken ct)
    {
        if (await reader.FindAsync(User.Id, id, ct) is not { } view) return NotFound();
        Found = await conversation.PageAsync(id, cursor, ct);
        View = Request.ReadsItself ? view : view with { Unread = view.Unread - await conversation.MarkReadAsync(Found.Rows, User.Id, ct) };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (await reader.FindAsync(User.Id, id, ct) is not { } view) return NotFound();
        if (!ModelState.IsValid) return await OnGetAsync(id, null, ct);
        if (await conversation.SendAsync(view, User.Id, Input.Text!, ct) is { } refusal)
        {
            ModelState.Refuse(refusal, text);
            return await OnGetAsync(id, null, ct);
        }
        TempData["Done"] = text["Your message is sent. The other side gets it by mail, too."].Value;
        return RedirectToPage(new { id });
    }

    public sealed class MessageInput
    {
        [Required, StringLength(2000), Display(Name = "Your message")] public string? Text { get; set; }
    }
}
