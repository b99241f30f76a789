namespace KerasSharp.Backends.Managed;

/// <summary>
/// A product whose packed factors fit into memory: it packs, on all threads, then computes tiles, on all threads. A factor that is used
/// only a few times is read where it lies, since packing would cost more than it saves.
/// </summary>
internal unsafe struct GemmBlock
{
    /// <summary>The sizes of the product.</summary>
    public int M, N, K;

    /// <summary>How the factors are stored.</summary>
    public bool TransposeA, TransposeB;

    /// <summary>The factors, the result, and the bias, padded to whole panels.</summary>
    public float* A, B, C, Bias;

    /// <summary>The distances between stored rows.</summary>
    public int Lda, Ldb, Ldc;

    /// <summary>Whether C holds initial values.</summary>
    public bool Accumulate;

    /// <summary>What is applied to the result.</summary>
    public FusedActivation Activation;

    // The steps that one tile takes at once: a panel of A then fits the level-1 cache, B's columns of a chunk the level-2 cache.
    private const int BlockK = 256;
    private const int ChunkColumns = 256;

    // A packed row of tiles; the same for all panels.
    private static int TileRows => new Panel(PanelKind.Two256, 0, 0).MaxRows;

    /// <summary>Computes the block.</summary>
    public void Run()
    {
        bool packA = N > 128, packB = TransposeB || M > 48;
        var rowTiles = (M + TileRows - 1) / TileRows;
        using var packedA = Scratch.Rent(packA ? (nint)rowTiles * TileRows * K : 0);
        using var packedB = Scratch.Rent((nint)Panel.TotalLanes(N) * K);
        var pack = new PackJob { Block = this, PackedA = packA ? packedA.Pointer : null, PackedB = packedB.Pointer, PackAllOfB = packB, RowTiles = rowTiles };
        var packs = pack.Count;
        if ((nint)K * (M + N) < 8192)
        {
            for (var i = 0; i < packs; i++) pack.Run(i);
        }
        else
        {
            WorkerPool.Run(packs, ref pack);
        }

        var columnChunks = (N + ChunkColumns - 1) / ChunkColumns;
        var job = new TileJob
        {
            Block = this,
            PackedA = pack.PackedA,
            PackedB = packedB.Pointer,
            PackedAllOfB = packB,
            TilesPerChunk = Math.Clamp((int)(400_000 / ((long)TileRows * Math.Min(N, ChunkColumns) * Math.Max(K, 1))), 1, rowTiles),
        };
        job.RowChunks = (rowTiles + job.TilesPerChunk - 1) / job.TilesPerChunk;
        WorkerPool.Run(columnChunks * job.RowChunks, ref job);
    }

    // One chunk packs one row of tiles of A, or one panel of B.
    private struct PackJob : IChunkJob
    {
        public GemmBlock Block;
        public float* PackedA;
        public float* PackedB;
        public bool PackAllOfB;
        public int RowTiles;

        public readonly int Count => (PackedA == null ? 0 : RowTiles) + Panel.Count(Block.N);

        public readonly void Run(int chunk)
        {
            if (PackedA != null)
            {
                if (chunk < RowTiles)
                {
                    PackA(chunk * TileRows);
                    return;
                }

                chunk -= RowTiles;
            }

            var panel = Panel.Nth(chunk, Block.N);
            if (!PackAllOfB && panel.Columns == panel.Lanes) return;
            var target = PackedB + ((nint)panel.Start * Block.K);
            if (Block.TransposeB) Packing.Transposed(Block.B + (panel.Start * (nint)Block.Ldb), Block.Ldb, Block.K, panel.Columns, panel.Lanes, target);
            else Packing.Rows(Block.B + panel.Start, Block.Ldb, Block.K, panel.Columns, panel.Lanes, target);
        }

        private readonly void PackA(int row)
        {
            var rows = Math.Min(TileRows, Block.M - row);
            var target = PackedA + ((nint)row * Block.K);
            if (Block.TransposeA) Packing.Rows(Block.A + row, Block.Lda, Block.K, rows, TileRows, target);
            else Packing.Transposed(Block.A + (row * (nint)Block.Lda), Block.Lda, Block.K, rows, TileRows, target);
        }
    }

    // One chunk computes some rows of tiles of some 256 columns.
    private struct TileJob : IChunkJob
    {
        public GemmBlock Block;
        public float* PackedA;
        public float* PackedB;
        public bool PackedAllOfB;
        public int TilesPerChunk;
        public int RowChunks;

        public readonly void Run(int chunk)
        {
            var columnStart = chunk / RowChunks * ChunkColumns;
            var columnEnd = Math.Min(columnStart + ChunkColumns, Block.N);
            var rowStart = chunk % RowChunks * TilesPerChunk * TileRows;
            var rowEnd = Math.Min(rowStart + (TilesPerChunk * TileRows), Block.M);
            var k = 0;
            do
            {
                var steps = Math.Min(BlockK, Block.K - k);
                for (var column = columnStart; column < columnEnd;)
                {
                    var panel = Panel.At(column, Block.N);
                    for (var row = rowStart; row < rowEnd; row += TileRows) Compute(row, Math.Min(TileRows, rowEnd - row), panel, k, steps);
                    column += panel.Columns;
                }

                k += BlockK;
            }
            while (k < Block.K);

            if (Block.Activation == FusedActivation.None) return;
            for (var row = rowStart; row < rowEnd; row++)
            {
                var line = Block.C + ((nint)row * Block.Ldc) + columnStart;
                ActivationKernels.Apply(Block.Activation, line, line, columnEnd - columnStart);
            }
        }

        private readonly void Compute(int row, int rows, Panel panel, int k, int steps)
        {
            nint none = 0;
            var c = Block.C + (row * (nint)Block.Ldc) + panel.Start;
            var isPacked = PackedAllOfB || panel.Columns < panel.Lanes;
            var tile = new Tile
            {
                B = isPacked ? PackedB + ((nint)panel.Start * Block.K) + ((nint)k * panel.Lanes) : Block.B + panel.Start + ((nint)k * Block.Ldb),
                StepB = isPacked ? panel.Lanes : Block.Ldb,
                SegmentOffsets = &none,
                Segments = steps > 0 ? 1 : 0,
                Steps = steps,
                Init = Block.Bias + panel.Start,
                InitStride = 0,
                C = c,
                StrideC = Block.Ldc,
                Columns = panel.Columns,
            };

            // The last panel may be wider than the matrix: its initial values are then copied to where whole registers can be read.
            var padded = stackalloc float[panel.Columns < panel.Lanes ? rows * panel.Lanes : 0];
            if (Block.Accumulate || k > 0)
            {
                if (panel.Columns < panel.Lanes) Packing.Rows(c, Block.Ldc, rows, panel.Columns, panel.Lanes, padded);
                tile.Init = panel.Columns < panel.Lanes ? padded : c;
                tile.InitStride = panel.Columns < panel.Lanes ? panel.Lanes : Block.Ldc;
            }

            if (PackedA != null)
            {
                tile.A = PackedA + ((nint)row * Block.K) + ((nint)k * TileRows);
                tile.StepA = TileRows;
                MicroKernels.Unit(panel.Kind, rows, TileRows)(&tile);
            }
            else if (Block.TransposeA)
            {
                tile.A = Block.A + row + ((nint)k * Block.Lda);
                tile.StepA = Block.Lda;
                MicroKernels.Unit(panel.Kind, rows, TileRows)(&tile);
            }
            else
            {
                tile.A = Block.A + ((nint)row * Block.Lda) + k;
                tile.RowStride = Block.Lda;
                tile.StepA = 1;
                MicroKernels.Strided(panel.Kind, rows)(&tile);
            }
        }
    }
}
