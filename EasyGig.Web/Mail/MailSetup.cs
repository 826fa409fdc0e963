using System.Net.Mail;
using EasyGig.Domain.Mails;

namespace EasyGig.Web.Mail;

internal static class MailSetup
{
    /// <summary>The outbox and its sender, which stands still while <c>EasyGig:Mail:Host</c> is empty.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services)
    {
        services.AddOptions<MailSettings>().BindConfiguration("EasyGig:Mail")
            .Validate(mail => MailAddress.TryCreate(mail.From, mail.FromName, out _), "EasyGig:Mail:From is no e-mail address.")
            .Validate(mail => mail.StartTls || string.IsNullOrEmpty(mail.User), "EasyGig:Mail would send its password in clear: set StartTls.")
            .Validate(mail => mail.Timeout > TimeSpan.Zero && mail.Timeout * MailSender.Batch < OutgoingMail.Lease,
                $"EasyGig:Mail:Timeout is too long: {MailSender.Batch} mails one after the other must time out within {OutgoingMail.Lease}.")
            .Validate(mail => mail.Poll > TimeSpan.Zero, "EasyGig:Mail:Poll is no time to wait.")
            .ValidateOnStart();
#if MAILKIT
        services.AddSingleton<IMailTransport>(site => ActivatorUtilities.CreateInstance<MailKitTransport>(site));
#else
        services.AddSingleton<IMailTransport, SmtpClientTransport>();
#endif
        return services.AddSingleton<Backlog>().AddHostedService<MailSender>();
    }
}
