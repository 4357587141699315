import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fixedPlane, trackedPlane } from '../../../src/profiles/physics/module-plane.ts';
import { skyOf } from '../../../src/profiles/physics/sky.ts';
import { sunPosition } from '../../../src/profiles/physics/sun-position.ts';
import { onPlane, throughGlass } from '../../../src/profiles/physics/transposition.ts';

const suns = fc
  .tuple(fc.integer({ min: 0, max: 20 * 8766 }), fc.integer({ min: -60, max: 60 }))
  .map(([hour, latitude]) => sunPosition(Date.UTC(2005, 0, 1) + hour * 3_600_000, latitude, -7));
const irradiance = fc.double({ min: 0, max: 1300, noNaN: true });
const maybe = fc.option(irradiance, { nil: undefined });
const recorded = fc.record({ global: irradiance, beamNormal: maybe, diffuse: maybe });
const noon = sunPosition(Date.UTC(2021, 5, 21, 12), 39.48, 0);
const dot = (a: { east: number; north: number; up: number }, b: typeof a) =>
  a.east * b.east + a.north * b.north + a.up * b.up;

test('beam on level ground and light of the sky are the global irradiance again, whatever was recorded', () => {
  let lit = 0;
  fc.assert(
    fc.property(suns, recorded, (sun, given) => {
      const sky = skyOf(sun, given);
      lit += sky.beamNormal > 0 ? 1 : 0;
      expect(sky.beamNormal * Math.max(0, sun.up) + sky.diffuse).toBeCloseTo(given.global, 8);
      expect(Math.min(sky.beamNormal, sky.diffuse)).toBeGreaterThanOrEqual(0);
      expect(sky.beamNormal).toBeLessThanOrEqual(sun.extraterrestrial * (1 + 1e-9));
    }),
    { seed: 1, numRuns: 500 },
  );
  expect(lit).toBeGreaterThan(100);
});

test('a level plane receives the global irradiance, by day and by night', () => {
  const level = fixedPlane(0, 180);
  fc.assert(
    fc.property(suns, recorded, (sun, given) => {
      const light = onPlane(sun, skyOf(sun, given), level, 0.2);
      expect(light.beam + light.sky + light.ground).toBeCloseTo(given.global, 8);
    }),
    { seed: 2, numRuns: 500 },
  );
});

test('a plane that faces the noon sun of a clear day receives the beam whole: 800 W/m² and its share of a sky of 100', () => {
  const facing = { east: noon.east, north: noon.north, up: noon.up };
  const light = onPlane(noon, { global: 800 * noon.up + 100, beamNormal: 800, diffuse: 100 }, facing, 0);
  const aboutSun = 800 / noon.extraterrestrial;
  expect(light.facing).toBeCloseTo(1, 12);
  expect(light.beam).toBeCloseTo(800 + (100 * aboutSun) / noon.up, 9);
  expect(light.sky).toBeCloseTo(100 * (1 - aboutSun) * ((1 + noon.up) / 2), 9);
});

test('a wall receives half an overcast sky and half of what the ground throws back', () => {
  const light = onPlane(noon, { global: 200, beamNormal: 0, diffuse: 200 }, fixedPlane(90, 0), 0.3);
  expect(light).toMatchObject({ beam: 0 });
  expect(light.sky).toBeCloseTo(100, 9);
  expect(light.ground).toBeCloseTo(30, 9);
});

test('tilt and azimuth mean what they say: 90° at 90° looks east', () => {
  const east = fixedPlane(90, 90);
  expect([east.east, east.north, east.up].map((part) => Math.round(part * 1e9) / 1e9 + 0)).toEqual([1, 0, 0]);
  expect(fixedPlane(30, 180).north).toBeCloseTo(-0.5, 12);
});

test('a tracker that may turn fully sees the sun no less than any other turn about its axis', () => {
  fc.assert(
    fc.property(suns, fc.integer({ min: -90, max: 90 }), (sun, turn) => {
      fc.pre(sun.up > 0);
      const tracked = trackedPlane(sun, { axisAzimuthDeg: 180, limitDeg: 90 });
      const other = fixedPlane(Math.abs(turn), turn < 0 ? 90 : 270);
      expect(dot(tracked, sun)).toBeGreaterThanOrEqual(dot(other, sun) - 1e-12);
    }),
    { seed: 3, numRuns: 300 },
  );
});

const lowInWest = (heightDeg: number) => {
  const height = (heightDeg * Math.PI) / 180;
  return { east: -Math.cos(height), north: 0, up: Math.sin(height) };
};
const turnOf = (normal: { up: number }) => (Math.acos(normal.up) * 180) / Math.PI;

test('with the sun 20° high in the west an axis turns 70° to the west, or 60° where that is its limit', () => {
  const free = trackedPlane(lowInWest(20), { axisAzimuthDeg: 180, limitDeg: 90 });
  expect(turnOf(free)).toBeCloseTo(70, 9);
  expect(free.east).toBeLessThan(0);
  expect(turnOf(trackedPlane(lowInWest(20), { axisAzimuthDeg: 180, limitDeg: 60 }))).toBeCloseTo(60, 9);
  expect(trackedPlane(lowInWest(20), { axisAzimuthDeg: 0, limitDeg: 60 }).east).toBeLessThan(0);
});

test('rows that cover 0.4 of the ground turn back from 70° to 38.8°, where the shadow of one just meets the next', () => {
  // arccos(cos 70° ÷ 0.4) = 31.23°; 70° − 31.23° = 38.77°.
  const back = trackedPlane(lowInWest(20), { axisAzimuthDeg: 180, limitDeg: 90, backtrackingCoverage: 0.4 });
  expect(turnOf(back)).toBeCloseTo(38.77, 1);
  expect(back.east).toBeLessThan(0);
  expect(Math.hypot(back.east, back.up)).toBeCloseTo(1, 12);
  const high = trackedPlane(lowInWest(50), { axisAzimuthDeg: 180, limitDeg: 90, backtrackingCoverage: 0.4 });
  expect(turnOf(high)).toBeCloseTo(40, 9);
});

test('glass passes a beam head on, nothing along its face, and about 95 % of a sky', () => {
  const level = fixedPlane(0, 180);
  const through = (facing: number) => throughGlass({ beam: 100, sky: 0, ground: 0, facing }, level);
  expect(through(1)).toBeCloseTo(100, 12);
  expect(through(0)).toBe(0);
  expect(through(Math.cos(Math.PI / 3))).toBeGreaterThan(94);
  expect(through(Math.cos(Math.PI / 3))).toBeLessThan(97);
  const sky = throughGlass({ beam: 0, sky: 100, ground: 0, facing: 0 }, level);
  expect(sky).toBeGreaterThan(93);
  expect(sky).toBeLessThan(96);
});
