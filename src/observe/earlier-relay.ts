/** With `wait`: the relay test of an earlier round, which is never repeated once it was answered. */
import { relayAnswered, type ConnectionObservation, type EndpointObservation } from "./observation.ts";

type Relay = ConnectionObservation["relay"];

/** The relay test of what was known of an endpoint, where it was answered. */
export function answeredRelay(known: EndpointObservation | undefined): Relay {
  return known?.connections.find((connection) => relayAnswered(connection.relay))?.relay;
}

/** Puts it where the dialog got as far as it would have been made. */
export function withEarlierRelay(observation: EndpointObservation, relay: Relay): EndpointObservation {
  if (relay === undefined) return observation;
  const at = observation.connections.findIndex(
    (connection) => (connection.helo ?? connection.ehlo)?.reply?.code === 250,
  );
  const connections = observation.connections.map((connection, index) =>
    index === at ? { ...connection, relay: { ...relay, earlier: true } } : connection,
  );
  return { ...observation, connections };
}
