package main

import "encoding/json"

// operations is everything that a test can ask for; test/support/plugin-host.ts says what each means.
func operations(host *host, memory *memory, gate *gate, site *site) map[string]operation {
	return map[string]operation{
		"siteUrl":         tells(site.address),
		"seed":            does(memory.seed),
		"setServerConfig": does(host.setServerConfig),
		"setPluginConfig": does(host.setPluginConfig),
		"pluginConfig":    tells(memory.storedSettings),
		"maskedConfig":    tells(memory.GetPluginConfig),

		"activate":    asks(host.activate),
		"deactivate":  tells(host.deactivate),
		"checkHealth": tells(host.checkHealth),
		"killPlugin":  tells(host.killPlugin),
		"pluginPid":   tells(host.pluginPid),

		"executeCommand": with(host.executeCommand),
		"supportData":    asks(host.supportData),
		"timeCommands":   with(host.timeCommands),
		"burst":          with(site.burst),
		"metrics":        asks(site.metrics),

		"deactivateUser": does(host.deactivateUser),
		"writePost":      does(host.writePost),

		"posts":           tells(memory.allPosts),
		"files":           tells(memory.allFiles),
		"ephemeralPosts":  tells(memory.allEphemeralPosts),
		"deletePost":      does(memory.deletePost),
		"kv":              tells(memory.allRows),
		"bots":            tells(memory.allBots),
		"commands":        tells(memory.allCommands),
		"webSocketEvents": tells(memory.allEvents),
		"audits":          tells(memory.allAudits),
		"logs":            tells(host.logs),

		"calls":      tells(gate.counts),
		"resetCalls": tells(gate.reset),
		"fault":      does(gate.add),
		"liftFaults": tells(gate.lift),
	}
}

// with is an operation that takes arguments and answers.
func with[A, R any](run func(A) (R, error)) operation {
	return func(raw json.RawMessage) (any, error) {
		var args A
		if err := json.Unmarshal(raw, &args); err != nil {
			return nil, err
		}
		return run(args)
	}
}

// does is an operation that takes arguments and has nothing to answer.
func does[A any](run func(A) error) operation {
	return with(func(args A) (any, error) { return nil, run(args) })
}

// asks is an operation without arguments that may fail.
func asks[R any](run func() (R, error)) operation {
	return func(json.RawMessage) (any, error) { return run() }
}

// tells is an operation without arguments that cannot fail.
func tells[R any](run func() R) operation {
	return func(json.RawMessage) (any, error) { return run(), nil }
}
