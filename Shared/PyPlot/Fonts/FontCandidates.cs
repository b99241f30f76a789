namespace KerasSharp.matplotlib;

/// <summary>The fonts to look for, best first. Facts about what systems carry; the names are those of families and of files without extension.</summary>
internal static class FontCandidates
{
    /// <summary>Families with Traditional Chinese, as Windows and macOS know them; the last ones are Simplified.</summary>
    public static readonly string[] ChineseFamilies =
    [
        "Microsoft JhengHei", "PingFang TC", "Heiti TC", "Noto Sans CJK TC", "Noto Sans TC", "Source Han Sans TC", "Source Han Sans TW",
        "Hiragino Sans CNS", "LiHei Pro", "PMingLiU", "MingLiU", "PingFang SC", "Heiti SC", "Microsoft YaHei", "Noto Sans CJK SC", "Hiragino Sans GB", "Arial Unicode MS",
    ];

    /// <summary>Files with Chinese: regular and bold face. Variable fonts come late, since a file opens as its lightest weight.</summary>
    public static readonly (string Regular, string Bold)[] ChineseFiles =
    [
        ("notosanscjk-regular", "notosanscjk-bold"),
        ("notosanscjktc-regular", "notosanscjktc-bold"),
        ("notosanstc-regular", "notosanstc-bold"),
        ("sourcehansans-regular", "sourcehansans-bold"),
        ("sourcehansanstc-regular", "sourcehansanstc-bold"),
        ("sourcehansanstw-regular", "sourcehansanstw-bold"),
        ("msjh", "msjhbd"),
        ("pingfang", "pingfang"),
        ("notosanscjkhk-regular", "notosanscjkhk-bold"),
        ("notosanshk-regular", "notosanshk-bold"),
        ("notosanscjksc-regular", "notosanscjksc-bold"),
        ("notosanssc-regular", "notosanssc-bold"),
        ("sourcehansanssc-regular", "sourcehansanssc-bold"),
        ("sourcehansanscn-regular", "sourcehansanscn-bold"),
        ("msyh", "msyhbd"),
        ("wqy-microhei", ""),
        ("wqy-zenhei", ""),
        ("droidsansfallbackfull", ""),
        ("droidsansfallback", ""),
        ("lxgwwenkaitc-regular", "lxgwwenkaitc-bold"),
        ("notoserifcjk-regular", "notoserifcjk-bold"),
        ("notoseriftc-regular", "notoseriftc-bold"),
        ("uming", ""),
        ("ukai", ""),
        ("mingliu", ""),
        ("stheiti light", "stheiti medium"),
        ("arial unicode", ""),
        ("notosanscjk-vf", ""),
        ("notosanstc-vf", ""),
        ("notosanstc[wght]", ""),
        ("notosanstc-variablefont_wght", ""),
        ("sourcehansanstc-vf", ""),
        ("unifont", ""),
    ];

    /// <summary>Files with Latin letters and symbols, for what the Chinese font lacks, or for everything where there is none.</summary>
    public static readonly (string Regular, string Bold)[] LatinFiles =
    [
        ("dejavusans", "dejavusans-bold"),
        ("segoeui", "segoeuib"),
        ("seguisym", ""),
        ("helvetica", ""),
        ("arial", "arialbd"),
        ("apple symbols", ""),
        ("liberationsans-regular", "liberationsans-bold"),
        ("notosans-regular", "notosans-bold"),
        ("notosanssymbols2-regular", ""),
        ("ubuntu-r", "ubuntu-b"),
        ("freesans", "freesansbold"),
    ];
}
