using EasyGig.Web.Files;

namespace EasyGig.Web.Pages.Files;

/// <summary>One file of a list that is being put in order.</summary>
/// <param name="Place">From 0.</param>
/// <param name="Count">How many the list has.</param>
public sealed record FileRow(ShownFile File, int Place, int Count, FilesFormModel Form)
{
    /// <summary>Whether this is the one whose new description was refused; then the page keeps what was typed.</summary>
    public bool Refused => Form.Renamed.File == File.Id && !Form.ModelState.IsValid;

    public string? Title => Refused ? Form.Renamed.Title : File.Title;
}
