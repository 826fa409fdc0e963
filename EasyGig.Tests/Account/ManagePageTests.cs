using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Account;

public sealed class ManagePageTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    [Fact]
    public async Task R1_name_phone_and_language_are_changed_and_stay()
    {
        var person = await app.PersonAsync(Roles.Artist);
        var visitor = await app.SignInAsync(person);

        var saved = await visitor.SubmitAsync(await visitor.OpenAsync("/account/manage"), "Save",
            ("Input.Name", "Ada Bianchi"), ("Input.Phone", "+39 051 123456"), ("Input.Language", "it"));

        Assert.Equal("/account/manage", saved.Path);
        Assert.NotNull(saved.Document.QuerySelector(".alert-success"));
        Assert.Equal("Ada Bianchi", saved.Document.QuerySelector("#Input_Name")!.GetAttribute("value"));
        Assert.Equal(("Ada Bianchi", "+39 051 123456", "it"), await StoredAsync(person));
    }

    [Theory]
    [InlineData("Input.Name", "")]
    [InlineData("Input.Phone", "call me")]
    [InlineData("Input.Language", "tlh")]
    public async Task R1_what_cannot_be_is_said_beside_the_field_and_changes_nothing(string field, string value)
    {
        var person = await app.PersonAsync(Roles.Artist);
        var visitor = await app.SignInAsync(person);
        var refused = await visitor.SubmitAsync(await visitor.OpenAsync("/account/manage"), "Save", ("Input.Name", "Ada Bianchi"), (field, value));
        Assert.NotEqual("", refused.ErrorOf(field));
        Assert.Contains(person.Email!, refused.Text);
        Assert.Equal(("Ada Rossi", null, "en"), await StoredAsync(person));
    }

    private Task<(string, string?, string)> StoredAsync(Person person) => app.WithDbAsync(async db =>
    {
        var stored = await db.Users.SingleAsync(p => p.Id == person.Id);
        return (stored.Name, stored.PhoneNumber, stored.Culture);
    });
}
