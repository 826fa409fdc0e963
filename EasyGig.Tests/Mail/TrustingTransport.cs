using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using EasyGig.Web.Mail;
using Microsoft.Extensions.Options;

namespace EasyGig.Tests.Mail;

/// <summary>The transport that was built, trusting the certificates of the test's own servers.</summary>
internal static class TrustingTransport
{
    private static readonly ConcurrentDictionary<string, bool> Trusted = [];

    public static IMailTransport To(SmtpSink sink, MailSettings settings)
    {
        Trusted[sink.Certificate.GetCertHashString()] = true;
#if MAILKIT
        return new MailKitTransport(Options.Create(settings), (_, certificate, _, _) => Trusts(certificate));
#else
#pragma warning disable SYSLIB0014 // SmtpClient has no certificate callback of its own, and this one is the whole process's
        ServicePointManager.ServerCertificateValidationCallback = (_, certificate, _, _) => Trusts(certificate);
#pragma warning restore SYSLIB0014
        return new SmtpClientTransport(Options.Create(settings));
#endif
    }

    private static bool Trusts(X509Certificate? certificate) => certificate is not null && Trusted.ContainsKey(certificate.GetCertHashString());
}
