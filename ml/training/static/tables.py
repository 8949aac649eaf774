"""The figures as Markdown tables, for the model card."""

from static.figures import AXES


def table(name: str, figures: dict) -> str:
    """One experiment: R2, RMSE and what the triplet network gains, a line a method."""
    rows = figures["rows"].values()
    signs = any("quadrantAccuracy" in row for row in rows)
    heads = ["at", "R2 V", "R2 A", "RMSE V", "RMSE A", *(["quadrant"] if signs else []), "TNN gains V", "TNN gains A"]
    lines = [f"| {name} | " + " | ".join(heads) + " |", "|---" * (len(heads) + 1) + "|"]
    for row_name, row in figures["rows"].items():
        method, outputs = row_name.rsplit(" at ", 1)
        cells = [outputs, *(_scored(row, axis) for axis in AXES), *(f"{row['rmse'][axis]:.3f}" for axis in AXES)]
        cells += [f"{row['quadrantAccuracy']:.3f}"] if signs else []
        cells += [_gain(row.get("tripletGain"), axis) for axis in AXES]
        lines.append(f"| {method} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def plain_table(name: str, rows: dict) -> str:
    """R2 and RMSE alone."""
    lines = [f"| {name} | R2 V | R2 A | RMSE V | RMSE A |", "|---|---|---|---|---|"]
    for row_name, row in rows.items():
        cells = [_scored(row, axis) for axis in AXES] + [f"{row['rmse'][axis]:.3f}" for axis in AXES]
        lines.append(f"| {row_name} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _scored(row: dict, axis: str) -> str:
    return f"{row['r2'][axis]:.3f}"


def _gain(gain: dict | None, axis: str) -> str:
    if gain is None:
        return ""
    one = gain[axis]
    return f"{one['difference']:+.3f} [{one['low']:+.3f}, {one['high']:+.3f}]"
