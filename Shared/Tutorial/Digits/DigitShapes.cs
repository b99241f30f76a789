using System.Numerics;

namespace KerasSharp.Tutorial.Digits;

/// <summary>
/// How digits are written: for each digit the usual ways, each a list of strokes, each stroke the points that a smooth line passes
/// through. Coordinates are fractions of a box, x to the right, y down. A stroke that ends where it began is closed.
/// </summary>
internal static class DigitShapes
{
    private static readonly Vector2[][][][] Ways =
    [
        // 0: upright, slim, begun at the right
        [
            [Line(.5f, 0, .16f, .18f, .05f, .55f, .22f, .92f, .55f, 1, .86f, .82f, .95f, .45f, .8f, .1f, .5f, 0)],
            [Line(.5f, 0, .28f, .2f, .2f, .55f, .3f, .9f, .52f, 1, .72f, .84f, .8f, .45f, .7f, .12f, .5f, 0)],
            [Line(.78f, .12f, .45f, 0, .12f, .25f, .06f, .65f, .3f, .97f, .7f, .94f, .94f, .6f, .88f, .25f, .6f, .02f)],
        ],

        // 1: a stroke, with a flag, with a flag and a foot
        [
            [Line(.5f, 0, .5f, .5f, .48f, 1)],
            [Line(.28f, .24f, .52f, 0), Line(.52f, 0, .5f, .5f, .5f, 1)],
            [Line(.26f, .22f, .5f, 0), Line(.5f, 0, .5f, 1), Line(.2f, 1, .8f, .98f)],
        ],

        // 2: with a flat foot, with a loop
        [
            [Line(.1f, .25f, .32f, .02f, .7f, .03f, .85f, .3f, .6f, .62f, .1f, 1), Line(.1f, 1, .5f, .96f, .95f, .97f)],
            [Line(.1f, .25f, .35f, 0, .75f, .05f, .84f, .32f, .55f, .7f, .22f, .97f, .08f, .86f, .28f, .78f, .6f, .94f, .97f, .92f)],
        ],

        // 3: round, with a flat top
        [
            [Line(.12f, .15f, .4f, 0, .8f, .1f, .78f, .36f, .4f, .48f), Line(.4f, .48f, .84f, .58f, .86f, .88f, .45f, 1, .08f, .88f)],
            [Line(.1f, .03f, .85f, .03f), Line(.85f, .03f, .45f, .42f), Line(.45f, .42f, .88f, .58f, .82f, .92f, .42f, 1, .08f, .9f)],
        ],

        // 4: open, closed, open and round
        [
            [Line(.2f, 0, .1f, .55f), Line(.1f, .55f, .95f, .53f), Line(.72f, .08f, .7f, 1)],
            [Line(.66f, 0, .05f, .64f), Line(.05f, .64f, .98f, .62f), Line(.66f, 0, .65f, 1)],
            [Line(.14f, .02f, .08f, .36f, .3f, .55f, .8f, .45f), Line(.86f, 0, .82f, .5f, .76f, 1)],
        ],

        // 5: with corners, in one sweep
        [
            [Line(.86f, .03f, .2f, .03f), Line(.2f, .03f, .15f, .42f), Line(.15f, .42f, .52f, .36f, .9f, .58f, .82f, .9f, .44f, 1, .08f, .9f)],
            [Line(.9f, 0, .3f, .06f, .2f, .4f, .56f, .42f, .86f, .65f, .6f, .97f, .1f, .95f)],
        ],

        // 6: with a slanted stem, with a round one
        [
            [Line(.72f, 0, .34f, .3f, .1f, .68f, .28f, .97f, .66f, .98f, .86f, .74f, .6f, .54f, .16f, .7f)],
            [Line(.85f, .06f, .45f, .04f, .14f, .4f, .12f, .8f, .42f, 1, .8f, .86f, .76f, .58f, .42f, .52f, .14f, .72f)],
        ],

        // 7: plain, with a bar, with a hook
        [
            [Line(.05f, .05f, .92f, .05f), Line(.92f, .05f, .58f, .5f, .36f, 1)],
            [Line(.05f, .05f, .92f, .05f), Line(.92f, .05f, .58f, .5f, .4f, 1), Line(.26f, .52f, .82f, .48f)],
            [Line(.08f, .22f, .06f, .04f), Line(.06f, .04f, .9f, .06f), Line(.9f, .06f, .66f, .4f, .52f, 1)],
        ],

        // 8: in one sweep, as two rings
        [
            [Line(.5f, .48f, .18f, .3f, .26f, .05f, .6f, 0, .8f, .2f, .55f, .46f, .2f, .68f, .15f, .9f, .5f, 1, .85f, .86f, .8f, .64f, .5f, .48f)],
            [Line(.5f, 0, .22f, .1f, .24f, .38f, .5f, .47f, .76f, .36f, .78f, .1f, .5f, 0), Line(.5f, .47f, .16f, .6f, .16f, .9f, .5f, 1, .84f, .9f, .84f, .6f, .5f, .47f)],
        ],

        // 9: with a straight stem, with a round one
        [
            [Line(.84f, .22f, .55f, 0, .16f, .14f, .14f, .42f, .48f, .52f, .84f, .24f), Line(.86f, .12f, .8f, .6f, .66f, 1)],
            [Line(.8f, .14f, .46f, 0, .14f, .2f, .24f, .48f, .6f, .48f, .84f, .2f), Line(.84f, .18f, .86f, .62f, .64f, .97f, .2f, .94f)],
        ],
    ];

    /// <summary>The ways to write <paramref name="digit"/>.</summary>
    public static Vector2[][][] Of(int digit) => Ways[digit];

    private static Vector2[] Line(params float[] coordinates) =>
        [.. coordinates.Chunk(2).Select(point => new Vector2(point[0], point[1]))];
}
