// Command logcheck reads a log with an implementation that is not ours: Go's golang.org/x/mod/sumdb/tlog and note.
//
//	logcheck verify DIR VKEY                     the checkpoint's signature, every entry, every tile
//	logcheck tamper DIR VKEY COUNT SEED          the same after each of COUNT one-bit changes, which must be refused
//	logcheck inclusion VKEY PROOF ENTRY          a c2sp.org/tlog-proof for the entry in a file
//	logcheck consistency OLD NEW PROOF VKEY      two checkpoints, and hashes in base64, one a line
//
// DIR holds `checkpoint` and `tile/…` with the paths of c2sp.org/tlog-tiles, and nothing else.
//
// Build: GO111MODULE=off GOPATH=/usr/share/gocode GOFLAGS= go build -o logcheck Tests/Outside/logcheck.go
// (Debian: golang-go, golang-golang-x-mod-dev).
package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"math/rand"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const tileHeight = 8
const tileWidth = 1 << tileHeight

func main() {
	answer, err := run(os.Args[1:])
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	fmt.Println(answer)
}

func run(args []string) (string, error) {
	switch {
	case len(args) == 3 && args[0] == "verify":
		return verifyFolder(args[1], args[2])
	case len(args) == 5 && args[0] == "tamper":
		return tamper(args[1], args[2], args[3], args[4])
	case len(args) == 4 && args[0] == "inclusion":
		return inclusion(args[1], args[2], args[3])
	case len(args) == 5 && args[0] == "consistency":
		return consistency(args[1], args[2], args[3], args[4])
	}
	return "", errors.New("usage: logcheck verify DIR VKEY | tamper DIR VKEY COUNT SEED | " +
		"inclusion VKEY PROOF ENTRY | consistency OLD NEW PROOF VKEY")
}

// Commands

func verifyFolder(folder, vkey string) (string, error) {
	key, files, err := load(folder, vkey)
	if err != nil {
		return "", err
	}
	tree, err := verify(files, key)
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("verified %d entries, root %s", tree.N, tree.Hash), nil
}

func tamper(folder, vkey, countText, seedText string) (string, error) {
	key, files, err := load(folder, vkey)
	if err != nil {
		return "", err
	}
	count, err1 := strconv.Atoi(countText)
	seed, err2 := strconv.ParseInt(seedText, 10, 64)
	if err1 != nil || err2 != nil || count < 1 {
		return "", errors.New("COUNT and SEED are numbers, COUNT at least 1")
	}
	if _, err := verify(files, key); err != nil {
		return "", fmt.Errorf("refused before any change: %v", err)
	}
	paths := make([]string, 0, len(files))
	total := 0
	for path, data := range files {
		paths = append(paths, path)
		total += len(data)
	}
	sort.Strings(paths)
	random := rand.New(rand.NewSource(seed))
	caught, missed := 0, ""
	for i := 0; i < count; i++ {
		path, offset := place(paths, files, random.Intn(total))
		bit := byte(1) << random.Intn(8)
		files[path][offset] ^= bit
		if _, err := verify(files, key); err != nil {
			caught++
		} else if missed == "" {
			missed = fmt.Sprintf(", first missed: %s byte %d bit %#02x", path, offset, bit)
		}
		files[path][offset] ^= bit
	}
	answer := fmt.Sprintf("caught %d of %d%s", caught, count, missed)
	if caught != count {
		return "", errors.New(answer)
	}
	return answer, nil
}

// place finds the file and the offset in it of the n-th byte of all.
func place(paths []string, files map[string][]byte, n int) (string, int) {
	for _, path := range paths {
		if n < len(files[path]) {
			return path, n
		}
		n -= len(files[path])
	}
	panic("a byte beyond the last file")
}

func inclusion(vkey, proofFile, entryFile string) (string, error) {
	key, err := newVerifier(vkey)
	if err != nil {
		return "", err
	}
	text, err := os.ReadFile(proofFile)
	if err != nil {
		return "", err
	}
	entry, err := os.ReadFile(entryFile)
	if err != nil {
		return "", err
	}
	head, checkpoint, found := strings.Cut(string(text), "\n\n")
	lines := strings.Split(head, "\n")
	if !found || lines[0] != "c2sp.org/tlog-proof@v1" {
		return "", errors.New("no tlog-proof")
	}
	lines = lines[1:]
	if len(lines) > 0 && strings.HasPrefix(lines[0], "extra ") {
		lines = lines[1:]
	}
	if len(lines) == 0 || !strings.HasPrefix(lines[0], "index ") {
		return "", errors.New("a tlog-proof without index")
	}
	index, err := decimal(lines[0][len("index "):])
	if err != nil {
		return "", err
	}
	proof, err := hashLines(lines[1:])
	if err != nil {
		return "", err
	}
	tree, err := openCheckpoint([]byte(checkpoint), key)
	if err != nil {
		return "", err
	}
	if index >= tree.N {
		return "", fmt.Errorf("index %d in a tree of %d entries", index, tree.N)
	}
	if err := tlog.CheckRecord(proof, tree.N, tree.Hash, index, tlog.RecordHash(entry)); err != nil {
		return "", err
	}
	return fmt.Sprintf("entry %d is in the tree of %d entries, root %s", index, tree.N, tree.Hash), nil
}

func consistency(oldFile, newFile, proofFile, vkey string) (string, error) {
	key, err := newVerifier(vkey)
	if err != nil {
		return "", err
	}
	var trees [2]tlog.Tree
	for i, file := range []string{oldFile, newFile} {
		text, err := os.ReadFile(file)
		if err != nil {
			return "", err
		}
		if trees[i], err = openCheckpoint(text, key); err != nil {
			return "", fmt.Errorf("%s: %v", file, err)
		}
	}
	text, err := os.ReadFile(proofFile)
	if err != nil {
		return "", err
	}
	var lines []string
	if trimmed := strings.TrimRight(string(text), "\n"); trimmed != "" {
		lines = strings.Split(trimmed, "\n")
	}
	proof, err := hashLines(lines)
	if err != nil {
		return "", err
	}
	if err := tlog.CheckTree(proof, trees[1].N, trees[1].Hash, trees[0].N, trees[0].Hash); err != nil {
		return "", err
	}
	return fmt.Sprintf("the tree of %d entries continues the one of %d", trees[1].N, trees[0].N), nil
}

// The whole log

func load(folder, vkey string) (note.Verifier, map[string][]byte, error) {
	key, err := newVerifier(vkey)
	if err != nil {
		return nil, nil, err
	}
	files := make(map[string][]byte)
	err = filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name, err := filepath.Rel(folder, path)
		if err != nil {
			return err
		}
		files[filepath.ToSlash(name)], err = os.ReadFile(path)
		return err
	})
	return key, files, err
}

// verify checks the checkpoint, that exactly the files of a log of its size are there, every tile and every entry.
func verify(files map[string][]byte, key note.Verifier) (tlog.Tree, error) {
	tree, err := openCheckpoint(files["checkpoint"], key)
	if err != nil {
		return tree, fmt.Errorf("checkpoint: %v", err)
	}
	// Each entry has 32 bytes in a tile at least: a size beyond what is there is refused before it is walked.
	total := 0
	for _, data := range files {
		total += len(data)
	}
	if tree.N > int64(total) {
		return tree, fmt.Errorf("%d entries in %d bytes", tree.N, total)
	}
	if err := sameFiles(files, tree.N); err != nil {
		return tree, err
	}
	if tree.N == 0 {
		if tree.Hash != tlog.Hash(sha256.Sum256(nil)) {
			return tree, errors.New("a tree without entries has another root")
		}
		return tree, nil
	}
	// Each level is asked for in full; tlog authenticates every tile that it gives against the root.
	reader := tlog.TileHashReader(tree, folderReader(files))
	var leaves []tlog.Hash
	for level := 0; tree.N>>(tileHeight*level) > 0; level++ {
		indexes := make([]int64, tree.N>>(tileHeight*level))
		for n := range indexes {
			indexes[n] = tlog.StoredHashIndex(tileHeight*level, int64(n))
		}
		hashes, err := reader.ReadHashes(indexes)
		if err != nil {
			return tree, fmt.Errorf("tiles of level %d: %v", level, err)
		}
		if level == 0 {
			leaves = hashes
		}
	}
	return tree, verifyEntries(files, leaves)
}

// sameFiles says whether exactly the files of a log of that size are there.
func sameFiles(files map[string][]byte, size int64) error {
	expected := map[string]bool{"checkpoint": true}
	row := func(kind string, count int64) {
		for start := int64(0); start < count; start += tileWidth {
			width := count - start
			if width > tileWidth {
				width = tileWidth
			}
			expected[tilePath(kind, start/tileWidth, int(width))] = true
		}
	}
	row("entries", size)
	for level := 0; size>>(tileHeight*level) > 0; level++ {
		row(strconv.Itoa(level), size>>(tileHeight*level))
	}
	for path := range expected {
		if _, found := files[path]; !found {
			return fmt.Errorf("%s is missing", path)
		}
	}
	for path := range files {
		if !expected[path] {
			return fmt.Errorf("%s is superfluous", path)
		}
	}
	return nil
}

// verifyEntries compares each entry of each bundle with its leaf, which the tree has vouched for.
func verifyEntries(files map[string][]byte, leaves []tlog.Hash) error {
	for start := 0; start < len(leaves); start += tileWidth {
		end := start + tileWidth
		if end > len(leaves) {
			end = len(leaves)
		}
		path := tilePath("entries", int64(start/tileWidth), end-start)
		rest := files[path]
		for i := start; i < end; i++ {
			if len(rest) < 2 || len(rest)-2 < int(binary.BigEndian.Uint16(rest)) {
				return fmt.Errorf("%s ends within entry %d", path, i)
			}
			length := int(binary.BigEndian.Uint16(rest))
			if tlog.RecordHash(rest[2:2+length]) != leaves[i] {
				return fmt.Errorf("%s: entry %d is not what the tree holds", path, i)
			}
			rest = rest[2+length:]
		}
		if len(rest) > 0 {
			return fmt.Errorf("%s goes on after its last entry", path)
		}
	}
	return nil
}

// folderReader gives the tiles of the files to tlog.
type folderReader map[string][]byte

func (files folderReader) Height() int { return tileHeight }

func (files folderReader) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	data := make([][]byte, len(tiles))
	for i, tile := range tiles {
		// tlog writes the height into the path, C2SP does not: tile/8/0/000 is tile/0/000.
		path := "tile/" + strings.TrimPrefix(tile.Path(), "tile/8/")
		found := false
		if data[i], found = files[path]; !found {
			return nil, fmt.Errorf("%s is missing", path)
		}
	}
	return data, nil
}

func (files folderReader) SaveTiles([]tlog.Tile, [][]byte) {}

// tilePath is a path of c2sp.org/tlog-tiles, made by tlog's own rule for the number.
func tilePath(kind string, number int64, width int) string {
	path := tlog.Tile{H: tileHeight, L: 0, N: number, W: width}.Path()
	return "tile/" + kind + "/" + strings.TrimPrefix(path, "tile/8/0/")
}

// Checkpoints and keys

// openCheckpoint checks the signature with note, and that the note has no second spelling: note's base64 leaves bits
// beyond the last byte and line breaks unread.
func openCheckpoint(text []byte, key note.Verifier) (tlog.Tree, error) {
	opened, err := note.Open(text, note.VerifierList(key))
	if err != nil {
		return tlog.Tree{}, err
	}
	signatures := text[bytes.LastIndex(text, []byte("\n\n"))+2:]
	for _, line := range strings.Split(strings.TrimSuffix(string(signatures), "\n"), "\n") {
		_, spelled, _ := strings.Cut(strings.TrimPrefix(line, "— "), " ")
		if raw, err := base64.StdEncoding.DecodeString(spelled); err != nil ||
			base64.StdEncoding.EncodeToString(raw) != spelled {
			return tlog.Tree{}, errors.New("a signature that is not canonical base64")
		}
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) < 4 || lines[0] == "" {
		return tlog.Tree{}, errors.New("fewer than three lines")
	}
	if _, witness := key.(*cosigner); !witness && lines[0] != key.Name() {
		return tlog.Tree{}, fmt.Errorf("origin %q, key of %q", lines[0], key.Name())
	}
	size, err := decimal(lines[1])
	if err != nil {
		return tlog.Tree{}, err
	}
	root, err := hashLines(lines[2:3])
	if err != nil {
		return tlog.Tree{}, err
	}
	return tlog.Tree{N: size, Hash: root[0]}, nil
}

func decimal(text string) (int64, error) {
	number, err := strconv.ParseInt(text, 10, 64)
	if err != nil || number < 0 || strconv.FormatInt(number, 10) != text {
		return 0, fmt.Errorf("%q is no size", text)
	}
	return number, nil
}

func hashLines(lines []string) ([]tlog.Hash, error) {
	hashes := make([]tlog.Hash, len(lines))
	for i, line := range lines {
		hash, err := tlog.ParseHash(line)
		if err != nil || hash.String() != line {
			return nil, fmt.Errorf("%q is no hash", line)
		}
		hashes[i] = hash
	}
	return hashes, nil
}

// newVerifier reads a key of type 0x01 with note, and one of type 0x04, which note does not know, here.
func newVerifier(vkey string) (note.Verifier, error) {
	parts := strings.SplitN(vkey, "+", 3)
	if len(parts) == 3 {
		if key, err := base64.StdEncoding.DecodeString(parts[2]); err == nil && len(key) == 33 && key[0] == 4 {
			sum := sha256.Sum256([]byte(parts[0] + "\n" + string(key)))
			if fmt.Sprintf("%x", sum[:4]) != parts[1] {
				return nil, errors.New("the key's id is not the key's")
			}
			return &cosigner{parts[0], binary.BigEndian.Uint32(sum[:4]), ed25519.PublicKey(key[1:])}, nil
		}
	}
	return note.NewVerifier(vkey)
}

// cosigner verifies the cosignatures of c2sp.org/tlog-cosignature.
type cosigner struct {
	name string
	hash uint32
	key  ed25519.PublicKey
}

func (c *cosigner) Name() string    { return c.name }
func (c *cosigner) KeyHash() uint32 { return c.hash }
func (c *cosigner) Verify(msg, sig []byte) bool {
	if len(sig) != 8+ed25519.SignatureSize {
		return false
	}
	signed := fmt.Sprintf("cosignature/v1\ntime %d\n%s", binary.BigEndian.Uint64(sig), msg)
	return ed25519.Verify(c.key, []byte(signed), sig[8:])
}
