using System.Text;

namespace Ksef.Mapping.JpkFa;

/// <summary>The compact form in which records wait until their invoice is complete.</summary>
internal static class JpkFaRecordBytes
{
    /// <summary>Writes a record.</summary>
    public static byte[] Write(JpkFaRecord record)
    {
        using var stream = new MemoryStream(256);
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(record.Element);
            writer.Write7BitEncodedInt(record.Line);
            writer.Write7BitEncodedInt(record.Fields.Count);
            foreach (var field in record.Fields)
            {
                writer.Write(field.Name);
                writer.Write7BitEncodedInt(field.Line);
                writer.Write(field.Text);
            }
        }

        return stream.ToArray();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static JpkFaRecord Read(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        var element = reader.ReadString();
        var line = reader.Read7BitEncodedInt();
        var fields = new JpkFaField[reader.Read7BitEncodedInt()];
        for (var index = 0; index < fields.Length; index++)
        {
            var name = reader.ReadString();
            var fieldLine = reader.Read7BitEncodedInt();
            fields[index] = new JpkFaField(name, reader.ReadString(), fieldLine);
        }

        return new JpkFaRecord(element, line, fields);
    }
}
