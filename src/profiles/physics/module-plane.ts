/** Which way modules face: fixed, or turned about a horizontal axis. */
import { cosine, PI, sine } from './reproducible-math.ts';

/** Unit vector; of a plane it is the normal on the side of the sky. */
export interface Direction {
  readonly east: number;
  readonly north: number;
  readonly up: number;
}

const RADIANS_PER_DEGREE = PI / 180;

/** Tilt from the horizontal; azimuth clockwise from north, 180 is south. */
export function fixedPlane(tiltDeg: number, azimuthDeg: number): Direction {
  const [tilt, azimuth] = [tiltDeg * RADIANS_PER_DEGREE, azimuthDeg * RADIANS_PER_DEGREE];
  return { east: sine(tilt) * sine(azimuth), north: sine(tilt) * cosine(azimuth), up: cosine(tilt) };
}

export interface TrackerGeometry {
  /** Clockwise from north. */
  readonly axisAzimuthDeg: number;
  readonly limitDeg: number;
  /** Width of the modules ÷ distance of the rows; undefined where rows do not turn back. */
  readonly backtrackingCoverage?: number | undefined;
}

/**
 * Normal of a plane that turns about a horizontal axis to where the incidence on it is least, no further than its limit;
 * with backtracking no further than rows leave each other unshaded. Works on sines and cosines of the turn. Flat while
 * the sun is down. Marion and Dobos, NREL/TP-6A20-58891 (2013); backtracking on level ground: Lorenzo, Narvarte and
 * Muñoz, Progress in Photovoltaics 19 (2011), doi:10.1002/pip.1085.
 */
export function trackedPlane(sun: Direction, tracker: TrackerGeometry): Direction {
  if (sun.up <= 0) return { east: 0, north: 0, up: 1 };
  const axis = tracker.axisAzimuthDeg * RADIANS_PER_DEGREE;
  // Across the axis, level: for an axis that points south, west.
  const [acrossEast, acrossNorth] = [cosine(axis), -sine(axis)];
  const across = sun.east * acrossEast + sun.north * acrossNorth;
  const length = Math.sqrt(across * across + sun.up * sun.up);
  const side = across < 0 ? -1 : 1;
  let turnCosine = sun.up / length;
  let turnSine = Math.abs(across) / length;
  const coverage = tracker.backtrackingCoverage;
  if (coverage !== undefined && turnCosine < coverage) {
    const backCosine = turnCosine / coverage;
    const backSine = Math.sqrt(1 - backCosine * backCosine);
    const turnedBack = turnSine * backCosine - turnCosine * backSine;
    turnCosine = turnCosine * backCosine + turnSine * backSine;
    turnSine = turnedBack;
  }
  const limit = tracker.limitDeg * RADIANS_PER_DEGREE;
  if (turnCosine < cosine(limit)) [turnCosine, turnSine] = [cosine(limit), sine(limit)];
  return { east: side * turnSine * acrossEast, north: side * turnSine * acrossNorth, up: turnCosine };
}
