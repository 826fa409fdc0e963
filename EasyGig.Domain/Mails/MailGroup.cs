namespace EasyGig.Domain.Mails;

/// <summary>What mails are about, in the few groups in which people choose which they want.</summary>
public enum MailGroup
{
    /// <summary>What binds: nobody can do without it.</summary>
    Always,
    Applications, Invitations, Bookings, Day, Holds, Groups, Strikes, Reminders,
}
