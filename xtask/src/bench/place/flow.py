"""The relaxation by OR-Tools' min-cost flow, on the integer gains of `styrbord place`.

flow.py DIR SCALE ROUNDS prints one line of JSON: the value in units, and CPU seconds from arrays in memory to the
optimum, the model's building counted in: on those gains, and on gains with six digits, which are less work.
"""
import json
import os
import resource
import sys
import time

import numpy as np
import ortools
import pyarrow.csv
import pyarrow.parquet
from ortools.graph.python import min_cost_flow

folder, scale, rounds = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])


def table(name):
    path = f"{folder}/{name}.parquet"
    if os.path.exists(path):
        return pyarrow.parquet.read_table(path)
    return pyarrow.csv.read_csv(f"{folder}/{name}.csv")


def indexes(keys):
    return {str(key): at for at, key in enumerate(keys.to_pylist())}


def places_of(read, name, known):
    return np.array([known[str(key)] for key in read[name].to_pylist()], np.int32)


cases, places, values = table("cases"), table("places"), table("values")
persons = cases["persons"].to_numpy().astype(np.int64)
room = places["capacity"].to_numpy().astype(np.int64)
case = places_of(values, "case", indexes(cases["case"]))
place = places_of(values, "place", indexes(places["place"]))
value = values["value"].to_numpy().astype(np.float64)
tied = cases["tied_place"].to_pylist()
if any(tie is not None and tie != "" for tie in tied):
    names = indexes(places["place"])
    home = np.array([-1 if tie is None or tie == "" else names[str(tie)] for tie in tied])
    kept = (home[case] < 0) | (home[case] == place)
    case, place, value = case[kept], place[kept], value[kept]
size = persons[case]
per_person = value / size + 1e-4


def solve(cost):
    n, m = len(persons), len(room)
    begun = time.process_time()
    flow = min_cost_flow.SimpleMinCostFlow()
    flow.add_arcs_with_capacity_and_unit_cost(case, n + place, size, -cost)
    rest = np.arange(n, dtype=np.int32)
    flow.add_arcs_with_capacity_and_unit_cost(rest, np.full(n, n + m, np.int32), persons, np.zeros(n, np.int64))
    at = np.arange(n, n + m, dtype=np.int32)
    flow.add_arcs_with_capacity_and_unit_cost(at, np.full(m, n + m, np.int32), room, np.zeros(m, np.int64))
    supply = np.concatenate([persons, np.zeros(m, np.int64), [-persons.sum()]]).astype(np.int64)
    flow.set_nodes_supplies(np.arange(n + m + 1, dtype=np.int32), supply)
    status = flow.solve()
    assert status == flow.OPTIMAL, status
    return -flow.optimal_cost(), time.process_time() - begun


base_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
exact = np.floor(per_person * scale + 0.5).astype(np.int64)
coarse = np.rint(per_person * 1e6).astype(np.int64)
found = [solve(exact) for _ in range(rounds)]
peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
fast = [solve(coarse)[1] for _ in range(rounds)]
print(json.dumps(dict(value=int(found[0][0]), exact_s=min(s for _, s in found), coarse_s=min(fast), peak_mb=peak_mb,
                      data_mb=base_mb, version=ortools.__version__)))
