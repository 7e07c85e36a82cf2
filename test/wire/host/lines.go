package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"
	"sync"

	"github.com/mattermost/mattermost/server/public/model"
)

// operation carries out one command. What it returns is the answer's "result".
type operation func(args json.RawMessage) (any, error)

type command struct {
	ID   int             `json:"id"`
	Op   string          `json:"op"`
	Args json.RawMessage `json:"args"`
}

type answer struct {
	ID     int      `json:"id"`
	Result any      `json:"result,omitempty"`
	Error  *failure `json:"error,omitempty"`
}

// failure is an error; the last three fields are those of a *model.AppError.
type failure struct {
	Message string `json:"message"`
	ID      string `json:"id,omitempty"`
	Status  int    `json:"status,omitempty"`
	Details string `json:"details,omitempty"`
}

// lines is the connection to the test: newline-delimited JSON.
type lines struct {
	mu    sync.Mutex
	out   *bufio.Writer
	dirty chan struct{}
}

func newLines(out io.Writer) *lines {
	l := &lines{out: bufio.NewWriter(out), dirty: make(chan struct{}, 1)}
	go l.announceChanges()
	return l
}

// changed tells the test that it is worth looking again. Changes that come faster than lines leave are bunched.
func (l *lines) changed() {
	select {
	case l.dirty <- struct{}{}:
	default:
	}
}

func (l *lines) announceChanges() {
	for range l.dirty {
		l.write(map[string]any{"event": "changed"})
	}
}

func (l *lines) write(value any) {
	line, err := json.Marshal(value)
	if err != nil {
		fail(err)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	_, _ = l.out.Write(append(line, '\n'))
	_ = l.out.Flush()
}

// serve carries out commands, each on its own, until the input ends.
func (l *lines) serve(in io.Reader, operations map[string]operation) {
	decoder := json.NewDecoder(in)
	for {
		var asked command
		if err := decoder.Decode(&asked); err != nil {
			return
		}
		go func() {
			result, err := carryOut(operations, asked)
			l.write(answer{ID: asked.ID, Result: result, Error: failureOf(err)})
		}()
	}
}

func carryOut(operations map[string]operation, asked command) (any, error) {
	run, known := operations[asked.Op]
	if !known {
		return nil, errors.New("unknown operation: " + asked.Op)
	}
	return run(asked.Args)
}

func failureOf(err error) *failure {
	var refusal *model.AppError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &refusal):
		return &failure{refusal.Message, refusal.Id, refusal.StatusCode, refusal.DetailedError}
	default:
		return &failure{Message: err.Error()}
	}
}
