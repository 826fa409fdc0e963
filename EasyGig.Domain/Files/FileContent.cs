using System.Security.Cryptography;

namespace EasyGig.Domain.Files;

/// <summary>What a file holds; never changed, so that it can be kept for ever under its id.</summary>
public sealed class FileContent
{
    private FileContent() { }

    internal FileContent(byte[] bytes) => (Bytes, Sha256) = (bytes, SHA256.HashData(bytes));

    public byte[] Bytes { get; private set; } = [];
    public byte[] Sha256 { get; private set; } = [];
}
