import { expect, test } from 'vitest';
import { sunPosition } from '../../../src/profiles/physics/sun-position.ts';

const DEGREE = Math.PI / 180;
const heightOf = (up: number) => Math.asin(up) / DEGREE;

test('at the worked example of NREL/TP-560-34302 the sun stands as published: zenith 50.128° without refraction, azimuth 194.340°', () => {
  // 17 October 2003, 12:30:30 at UTC−7, 39.742476 N 105.1786 W: zenith 50.11162° with 0.0163° of refraction.
  const { east, north, up } = sunPosition(Date.UTC(2003, 9, 17, 19, 30, 30), 39.742476, -105.1786);
  expect(Math.abs(90 - heightOf(up) - 50.1279)).toBeLessThan(0.01);
  expect(Math.abs(180 + Math.atan2(-east, -north) / DEGREE - 194.3402)).toBeLessThan(0.01);
});

test.each([
  // Instants of equinoxes and solstices (UTC) as almanacs print them, and the sun's declination then.
  ['March equinox 2007', Date.UTC(2007, 2, 21, 0, 7), 0],
  ['March equinox 2020', Date.UTC(2020, 2, 20, 3, 50), 0],
  ['September equinox 2021', Date.UTC(2021, 8, 22, 19, 21), 0],
  ['June solstice 2016', Date.UTC(2016, 5, 20, 22, 34), 23.435],
  ['December solstice 2023', Date.UTC(2023, 11, 22, 3, 27), -23.436],
])('%s: seen from the pole the sun stands as high as its declination', (_, instant, declination) => {
  expect(Math.abs(heightOf(sunPosition(instant, 90, 0).up) - declination)).toBeLessThan(0.01);
});

test.each([
  // Equation of time in almanacs: the sundial is so many minutes ahead of the clock.
  ['11 February', Date.UTC(2022, 1, 11, 12), -14.2],
  ['3 November', Date.UTC(2022, 10, 3, 12), 16.4],
  ['15 April', Date.UTC(2022, 3, 15, 12), 0],
])('at noon of %s the sundial of Greenwich is off by its equation of time', (_, instant, minutes) => {
  const { east, up } = sunPosition(instant, 0, 0);
  // Over the equator the hour angle is read off directly, in quarter degrees a minute.
  expect(Math.abs(Math.atan2(-east, up) / DEGREE / 0.25 - minutes)).toBeLessThan(0.2);
});

test('sunlight outside the atmosphere is strongest in early January and 3.4 % above and below its mean', () => {
  const strength = (month: number, day: number) => sunPosition(Date.UTC(2019, month, day), 0, 0).extraterrestrial;
  expect(strength(0, 3) / strength(6, 4)).toBeCloseTo(1.0691, 3);
  expect(Math.max(strength(0, 3), strength(11, 1), strength(1, 5))).toBe(strength(0, 3));
});

test('the direction to the sun is a unit vector at any place and instant', () => {
  for (let i = 0; i < 500; i += 1) {
    const { east, north, up } = sunPosition(i * 3_111_222_333, ((i * 37) % 180) - 90, ((i * 71) % 360) - 180);
    expect(Math.hypot(east, north, up)).toBeCloseTo(1, 11);
  }
});
