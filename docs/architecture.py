#!/usr/bin/env python3
"""Draws architecture.svg: python3 docs/architecture.py (needs nothing but Python)."""
from pathlib import Path
from xml.sax.saxutils import escape

WIDTH, HEIGHT = 960, 680
INK, PAPER = "#222222", "#ffffff"
FLOORS = [  # top, colour, title, what it is, boxes
    (60, "#dbeafe", "Models", "the loops: fit, evaluate, predict",
     ["Model.fit", "train_step", "Functional graph", "Callbacks", "Saving"]),
    (190, "#dcfce7", "Layers, Losses, Metrics, Optimizers", "written in operations",
     ["Dense.call", "Loss.call", "Metric.update_state", "Adam.update_step"]),
    (320, "#fef9c3", "Ops", "one operation, one object: shape rule, run, gradient",
     ["Elementwise", "Reductions", "Shaping", "Network", "Random"]),
    (450, "#fee2e2", "Engine", "what operations act on, and where they are recorded",
     ["Tensor", "Variable", "GradientTape", "TensorScope", "RandomGenerator"]),
    (580, "#ede9fe", "Backends", "IBackend: primitives, and fused kernels where a backend has them",
     ["Managed: kernels in C#", "Torch: libtorch", "your own"]),
]
FLOOR_HEIGHT, LEFT, RIGHT = 90, 40, 800


def text(x, y, words, size=14, weight="normal", anchor="start", colour=INK):
    return (f'<text x="{x}" y="{y}" font-size="{size}" font-weight="{weight}" text-anchor="{anchor}" '
            f'fill="{colour}">{escape(words)}</text>')


def box(x, y, width, height, fill):
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="6" fill="{fill}" stroke="{INK}"/>'


def arrow(x, y1, y2, colour=INK):
    return f'<line x1="{x}" y1="{y1}" x2="{x}" y2="{y2}" stroke="{colour}" stroke-width="2" marker-end="url(#head)"/>'


def floor(top, colour, title, words, names):
    parts = [box(LEFT, top, RIGHT - LEFT, FLOOR_HEIGHT, colour),
             text(LEFT + 14, top + 24, title, 16, "bold"),
             text(RIGHT - 14, top + 24, words, 13, anchor="end")]
    gap = 12
    width = (RIGHT - LEFT - 28 - gap * (len(names) - 1)) / len(names)
    for i, name in enumerate(names):
        x = LEFT + 14 + i * (width + gap)
        parts += [box(round(x, 1), top + 42, round(width, 1), 34, PAPER), text(round(x + width / 2, 1), top + 64, name, 13, anchor="middle")]
    return parts


def picture():
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT + 20}" width="{WIDTH}" height="{HEIGHT + 20}" '
        'font-family="DejaVu Sans, Verdana, Arial, sans-serif">',
        '<defs><marker id="head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto-start-reverse">'
        f'<path d="M0 0L10 5L0 10z" fill="{INK}"/></marker></defs>',
        f'<rect width="{WIDTH}" height="{HEIGHT + 20}" fill="{PAPER}"/>',
        text(LEFT, 34, "KerasSharp: each floor calls only the one below", 18, "bold"),
    ]
    for a in FLOORS:
        parts += floor(*a)
    for (upper, *_), (lower, *_) in zip(FLOORS, FLOORS[1:]):
        parts.append(arrow((LEFT + RIGHT) // 2, upper + FLOOR_HEIGHT, lower))
    # The way of one batch, beside the floors.
    first, last = FLOORS[0][0], FLOORS[-1][0] + FLOOR_HEIGHT
    parts += [arrow(835, first + 20, last - 6), arrow(905, last - 6, first + 20),
              text(835, first + 8, "forward", 13, anchor="middle"), text(905, first + 8, "backward", 13, anchor="middle"),
              text(870, last + 20, "one batch", 13, anchor="middle")]
    return "\n".join(parts + ["</svg>"]) + "\n"


if __name__ == "__main__":
    Path(__file__).with_suffix(".svg").write_text(picture(), encoding="utf-8", newline="\n")
