/**
 * How well a figure tells one group from another: the chance that one drawn from `one` is larger than one drawn from `other`,
 * ties counting half (area under the ROC curve; Mann and Whitney 1947). 0.5 tells nothing.
 */
export function areaUnderCurve(one: readonly number[], other: readonly number[]): number {
  const all = [...one.map((value) => ({ value, isOne: true })), ...other.map((value) => ({ value, isOne: false }))];
  all.sort((left, right) => left.value - right.value);
  let ranks = 0;
  for (let at = 0; at < all.length; ) {
    const value = all[at]?.value;
    const end = all.findIndex((each, position) => position >= at && each.value !== value);
    const next = end === -1 ? all.length : end;
    const rank = (at + 1 + next) / 2;
    ranks += rank * all.slice(at, next).filter(({ isOne }) => isOne).length;
    at = next;
  }
  return (ranks - (one.length * (one.length + 1)) / 2) / (one.length * other.length);
}
