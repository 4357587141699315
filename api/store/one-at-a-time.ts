/**
 * PGlite has one connection, and the dialect of kysely lets everybody use it at once: a statement from elsewhere would
 * join an open transaction and be rolled back with it. Here a connection is lent to one at a time.
 */

import { type DatabaseConnection, type Driver, PGliteDialect } from 'kysely';

export class OneAtATimeDialect extends PGliteDialect {
  override createDriver(): Driver {
    return lendingOneAtATime(super.createDriver());
  }
}

function lendingOneAtATime(driver: Driver): Driver {
  const waiting: (() => void)[] = [];
  let isLent = false;
  const acquire = driver.acquireConnection.bind(driver);
  const release = driver.releaseConnection.bind(driver);
  driver.acquireConnection = async (...options): Promise<DatabaseConnection> => {
    if (isLent) await new Promise<void>((resolve) => waiting.push(resolve));
    isLent = true;
    return acquire(...options);
  };
  driver.releaseConnection = async (...connection): Promise<void> => {
    await release(...connection);
    const next = waiting.shift();
    // The one that waits longest has it at once: between two turns nobody else may slip in.
    if (next === undefined) isLent = false;
    else next();
  };
  return driver;
}
