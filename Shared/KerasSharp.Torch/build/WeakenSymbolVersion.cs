using System;
using System.IO;
using System.Text;

namespace KerasSharp.Torch.Build
{
    /// <summary>
    /// Marks one symbol version that a 64-bit ELF library asks for as weak, so that the loader accepts a system which lacks it. This helps
    /// where nothing of that version is ever called: <c>libLibTorchSharp.so</c> asks for <c>GLIBCXX_3.4.32</c> (GCC 13) through a symbol
    /// that it imports and does not use, and Debian 12, Ubuntu 22.04 and RHEL 9 would refuse to load it for that alone.
    /// Plain C# 7 on .NET Standard: the build compiles this file into a task, the tests compile it once more.
    /// Source: the "Symbol Versioning" chapter of the Linux Standard Base, Core Generic.
    /// </summary>
    public static class WeakenSymbolVersion
    {
        private const int VerneedSection = 0x6ffffffe; // SHT_GNU_verneed
        private const int HeaderSize = 64, SectionSize = 64;
        private const ushort Weak = 0x2;               // VER_FLG_WEAK

        /// <summary>Sets the flag in the bytes of a library. Returns whether anything changed: not if the version is weak or not asked for.</summary>
        /// <exception cref="InvalidDataException">These are not the bytes of a whole 64-bit little-endian ELF file.</exception>
        public static bool Apply(byte[] elf, string version)
        {
            if (elf.Length < HeaderSize || elf[0] != 0x7f || elf[1] != 'E' || elf[2] != 'L' || elf[3] != 'F')
            {
                throw new InvalidDataException("This is not an ELF file, or its header is cut off.");
            }

            if (elf[4] != 2 || elf[5] != 1)
            {
                throw new InvalidDataException("Only 64-bit little-endian ELF files are understood.");
            }

            var changed = false;
            var sections = ToOffset(elf, UInt64(elf, 0x28));
            int sectionSize = UInt16(elf, 0x3a), count = UInt16(elf, 0x3c);
            if (count > 0 && sectionSize < SectionSize)
            {
                throw new InvalidDataException("The section headers of this ELF file are too small.");
            }

            for (var i = 0; i < count; i++)
            {
                var section = sections + (i * sectionSize);
                if (UInt32(elf, section + 4) == VerneedSection)
                {
                    var strings = sections + ((int)Math.Min(UInt32(elf, section + 40), 0xffff) * sectionSize);
                    changed |= ApplyToNeeds(
                        elf, version, ToOffset(elf, UInt64(elf, section + 24)), UInt32(elf, section + 44), ToOffset(elf, UInt64(elf, strings + 24)));
                }
            }

            return changed;
        }

        /// <summary>Copies a library to <paramref name="target"/>, weakened where it must be. The target appears at once and whole.</summary>
        /// <returns>Whether the copy differs from the source.</returns>
        /// <exception cref="InvalidDataException">The source is not a whole ELF file.</exception>
        public static bool CopyFile(string source, string target, string version)
        {
            var bytes = File.ReadAllBytes(source);
            var changed = Apply(bytes, version);

            // A new file, then a rename: the target may be a hard link to the source, which must stay as it is.
            var fresh = target + "." + Guid.NewGuid().ToString("N") + ".tmp";
            try
            {
                File.WriteAllBytes(fresh, bytes);
                if (File.Exists(target))
                {
                    File.Delete(target);
                }

                File.Move(fresh, target);
            }
            finally
            {
                File.Delete(fresh);
            }

            return changed;
        }

        // The libraries that are needed are one chain, the versions needed of each another; each link is the distance to the next, 0 at
        // the end. Only the links lead on, so that a damaged count cannot keep the build for hours.
        private static bool ApplyToNeeds(byte[] elf, string version, int need, uint count, int strings)
        {
            var changed = false;
            uint toNext = 1;
            for (uint i = 0; i < count && toNext > 0; i++)
            {
                var entry = Step(need, UInt32(elf, need + 8));
                var entries = UInt16(elf, need + 2);
                uint toNextEntry = 1;
                for (var j = 0; j < entries && toNextEntry > 0; j++)
                {
                    if (IsText(elf, Step(strings, UInt32(elf, entry + 8)), version))
                    {
                        changed |= SetWeak(elf, entry + 4);
                    }

                    toNextEntry = UInt32(elf, entry + 12);
                    entry = Step(entry, toNextEntry);
                }

                toNext = UInt32(elf, need + 12);
                need = Step(need, toNext);
            }

            return changed;
        }

        private static bool SetWeak(byte[] elf, int offset)
        {
            var flags = UInt16(elf, offset);
            if ((flags & Weak) != 0)
            {
                return false;
            }

            elf[offset] = (byte)(flags | Weak);
            return true;
        }

        private static bool IsText(byte[] elf, int offset, string text)
        {
            var bytes = Encoding.ASCII.GetBytes(text + "\0");
            Require(elf, offset, 1);
            for (var i = 0; i < bytes.Length; i++)
            {
                if (offset + i >= elf.Length || elf[offset + i] != bytes[i])
                {
                    return false;
                }
            }

            return true;
        }

        private static int Step(int offset, uint distance) => distance <= int.MaxValue - offset
            ? offset + (int)distance
            : throw new InvalidDataException("This ELF file points beyond its end: it is cut off or damaged.");

        private static int ToOffset(byte[] elf, ulong offset)
        {
            if (offset > (ulong)elf.Length)
            {
                throw new InvalidDataException("This ELF file points beyond its end: it is cut off or damaged.");
            }

            return (int)offset;
        }

        private static ushort UInt16(byte[] elf, int offset)
        {
            Require(elf, offset, 2);
            return BitConverter.ToUInt16(elf, offset);
        }

        private static uint UInt32(byte[] elf, int offset)
        {
            Require(elf, offset, 4);
            return BitConverter.ToUInt32(elf, offset);
        }

        private static ulong UInt64(byte[] elf, int offset)
        {
            Require(elf, offset, 8);
            return BitConverter.ToUInt64(elf, offset);
        }

        private static void Require(byte[] elf, int offset, int bytes)
        {
            if (offset < 0 || offset > elf.Length - bytes)
            {
                throw new InvalidDataException("This ELF file points beyond its end: it is cut off or damaged.");
            }
        }
    }

#if !KERASSHARP
    /// <summary>The build's task around <see cref="WeakenSymbolVersion"/>.</summary>
    public sealed class WeakenSymbolVersionTask : Microsoft.Build.Utilities.Task
    {
        /// <summary>The library in the package cache. It is only read.</summary>
        [Microsoft.Build.Framework.Required]
        public string Source { get; set; }

        /// <summary>The copy to write.</summary>
        [Microsoft.Build.Framework.Required]
        public string Target { get; set; }

        /// <summary>The symbol version to weaken.</summary>
        [Microsoft.Build.Framework.Required]
        public string Version { get; set; }

        /// <inheritdoc/>
        public override bool Execute()
        {
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(Target)));
                var changed = WeakenSymbolVersion.CopyFile(Source, Target, Version);
                Log.LogMessage(changed ? Target + ": " + Version + " is now weak." : Target + ": needs no cure.");
            }
            catch (Exception e) when (e is IOException || e is UnauthorizedAccessException || e is InvalidDataException)
            {
                Log.LogError("TorchSharp's native library " + Source + " cannot be prepared: " + e.Message);
            }

            return !Log.HasLoggedErrors;
        }
    }
#endif
}
